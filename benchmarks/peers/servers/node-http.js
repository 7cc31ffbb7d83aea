import { createServer } from 'node:http';
import { host, port } from '../settings.js';

/** The least server there is: what a start costs before any of it is ours. */
createServer((_request, response) => response.end('{"status":"ok"}')).listen(port, host);
