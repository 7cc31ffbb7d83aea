import { createServer } from 'node:http';
import { host, port } from '../settings.js';

/** The smallest possible server, to measure start-up without this project's code. */
createServer((_request, response) => response.end('{"status":"ok"}')).listen(port, host);
