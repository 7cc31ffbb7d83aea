import docs from '@fastify/swagger-ui';
import { prettyFactory } from 'pino-pretty';
import { assertNodeVersion } from './node-version.ts';
import { shutdown } from './shutdown-signals.ts'; // first, before everything else loads
import { start } from './start.ts';

assertNodeVersion();

/** Runs the server for development, with readable log lines and the API docs at `/docs`. */
await start({
  shutdown,
  formatLogLine: prettyFactory({ singleLine: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }),
  extend: async (app) => {
    await app.register(docs, { routePrefix: '/docs', staticCSP: true });
  },
});
