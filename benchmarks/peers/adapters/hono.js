import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sessionTokenGuard } from '../../../packages/token-verify/src/adapters/hono.ts';
import { createSessionTokenVerifier } from '../../../packages/token-verify/src/index.ts';
import { clientId, host, path, port, secret } from '../settings.js';

/** Hono with the adapter of this project. */
const verifier = createSessionTokenVerifier({ clientId, secrets: [secret] });
const app = new Hono();
app.use('/api/*', sessionTokenGuard({ verifier }));
app.get(path, (context) => {
  const { shop, kind } = context.var.sessionToken;
  return context.json({ shop, kind });
});
serve({ fetch: app.fetch, port, hostname: host });
