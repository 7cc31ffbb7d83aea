import { AS_SHIPPED } from '../http/candidates.ts';
import type { ServerCommand } from '../process/server-process.ts';

/** A set-up that is attacked. */
export interface AttackedSetUp extends ServerCommand {
  name: string;
  /** The heading of its column. */
  short: string;
  /** Packages of the peers whose versions the table shows. */
  packages: readonly string[];
  /** How the token is verified. */
  verifies: string;
}

const file = (name: string) => new URL(`../peers/${name}.js`, import.meta.url).pathname;
const ALL = { OPTIONS: 'all' };

/** Each with the CORS middleware of its framework. */
export const SET_UPS: readonly AttackedSetUp[] = [
  {
    ...AS_SHIPPED,
    // Hundreds of rejected tokens from one address in a few seconds are limited otherwise.
    env: { ...AS_SHIPPED.env, RATE_LIMIT_PER_MINUTE: '0' },
    name: 'this project',
    short: 'this project',
    packages: [],
    verifies: 'the server as shipped, `GET /api/session-token`',
  },
  {
    entry: file('adapters/express'),
    name: "Express + this project's adapter",
    short: 'Express adapter',
    packages: ['express'],
    verifies: '`sessionTokenGuard({ verifier })`',
  },
  {
    entry: file('adapters/hono'),
    name: "Hono + this project's adapter",
    short: 'Hono adapter',
    packages: ['hono', '@hono/node-server'],
    verifies: '`sessionTokenGuard({ verifier })`',
  },
  {
    entry: file('documented/express-shopify-api'),
    name: 'Express + @shopify/shopify-api',
    short: 'shopify-api',
    packages: ['express', '@shopify/shopify-api'],
    verifies: '`shopify.session.decodeSessionToken(token)`',
  },
  {
    entry: file('servers/react-router-shopify'),
    name: '@shopify/shopify-app-react-router',
    short: 'app-react-router',
    packages: ['@shopify/shopify-app-react-router', 'react-router'],
    verifies: '`shopify.authenticate.public.checkout(request)`',
  },
  {
    entry: file('documented/express-jsonwebtoken'),
    name: 'Express + jsonwebtoken',
    short: 'jsonwebtoken',
    packages: ['express', 'jsonwebtoken'],
    verifies: '`jwt.verify(token, secret)`',
  },
  {
    entry: file('documented/express-jsonwebtoken'),
    env: ALL,
    name: 'Express + jsonwebtoken, all options',
    short: 'jsonwebtoken, all options',
    packages: ['express', 'jsonwebtoken'],
    verifies: 'the same with `algorithms`, `audience` and `clockTolerance`',
  },
  {
    entry: file('documented/fastify-jwt'),
    name: '@fastify/jwt',
    short: '@fastify/jwt',
    packages: ['fastify', '@fastify/jwt'],
    verifies: '`request.jwtVerify()`',
  },
  {
    entry: file('documented/fastify-jwt'),
    env: ALL,
    name: '@fastify/jwt, all options',
    short: '@fastify/jwt, all options',
    packages: ['fastify', '@fastify/jwt'],
    verifies: 'the same with `algorithms`, `allowedAud`, `requiredClaims` and `clockTolerance`',
  },
  {
    entry: file('documented/hono-jwt'),
    name: 'hono/jwt',
    short: 'hono/jwt',
    packages: ['hono'],
    verifies: "`jwt({ secret, alg: 'HS256' })`",
  },
  {
    entry: file('documented/hono-jwt'),
    env: ALL,
    name: 'hono/jwt, all options',
    short: 'hono/jwt, all options',
    packages: ['hono'],
    verifies: 'the same with `verification.aud`',
  },
];
