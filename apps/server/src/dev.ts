import docs from '@fastify/swagger-ui';
import pretty from 'pino-pretty';
import { start } from './start.ts';

/** The server as developers run it: readable log lines, and the API to browse at `/docs`. */
await start({
  logDestination: pretty({ singleLine: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }),
  extend: async (app) => {
    await app.register(docs, { routePrefix: '/docs', staticCSP: true });
  },
});
