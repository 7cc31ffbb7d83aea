import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { jwt } from 'hono/jwt';
import { clientId, host, path, port, secret } from '../settings.js';

/** Hono with hono/jwt as in its documentation, or with all options for such tokens (`OPTIONS=all`). */
const verification = { aud: clientId, exp: true, nbf: true, iat: true };
const app = new Hono();
app.use('/api/*', cors());
app.use('/api/*', jwt({ secret, alg: 'HS256', ...(process.env.OPTIONS === 'all' && { verification }) }));
app.get(path, (context) => {
  const { dest, sub } = context.get('jwtPayload');
  return context.json({ dest, sub });
});
serve({ fetch: app.fetch, port, hostname: host });
