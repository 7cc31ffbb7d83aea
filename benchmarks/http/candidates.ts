import type { ServerCommand } from '../process/server-process.ts';

export interface HttpCandidate extends ServerCommand {
  name: string;
  /** Answers 200 whatever the token says. */
  looksAtNoToken?: true;
}

const file = (path: string) => new URL(path, import.meta.url).pathname;
/** The production build, in a folder of the benchmarks, where no other build replaces it during a run. */
export const BUILT_SERVER = file('../dist/main.js');

/** As shipped, with metrics; the limit is on and counts, but 50 connections from one address do not reach it. */
export const SHIPPED_ENV = {
  DATABASE_URL: 'file::memory:',
  RATE_LIMIT_PER_MINUTE: '1000000',
  METRICS_PORT: '0',
  DRAIN_SECONDS: '0',
};

/** What the others are divided by. */
export const REFERENCE: HttpCandidate = {
  name: 'bare Fastify + @fastify/cors',
  entry: file('../peers/servers/fastify-bare.js'),
  looksAtNoToken: true,
};
const LAYERS_ENTRY = new URL('layers.ts', import.meta.url).pathname;
export const GUARD_ALONE: HttpCandidate = { name: 'this project, guard alone', entry: LAYERS_ENTRY };
export const AS_SHIPPED: HttpCandidate = {
  name: 'this project, as shipped',
  entry: BUILT_SERVER,
  env: SHIPPED_ENV,
};

export const CANDIDATES: readonly HttpCandidate[] = [
  REFERENCE,
  GUARD_ALONE,
  AS_SHIPPED,
  { name: 'Fastify + @fastify/jwt', entry: file('../peers/servers/fastify-jwt.js') },
  {
    name: 'Fastify + @fastify/jwt, its cache on',
    entry: file('../peers/servers/fastify-jwt.js'),
    env: { CACHE: '10000' },
  },
  { name: 'Express + jsonwebtoken', entry: file('../peers/servers/express-jsonwebtoken.js') },
  { name: 'Express + @shopify/shopify-api', entry: file('../peers/servers/express-shopify-api.js') },
  {
    name: '@shopify/shopify-app-react-router + Express',
    entry: file('../peers/servers/react-router-shopify.js'),
  },
];

/** The guard with one more layer of the server each: what a layer costs is the difference to the guard alone. */
export const LAYERS: readonly HttpCandidate[] = [
  REFERENCE,
  GUARD_ALONE,
  ...['headers', 'log', 'metrics', 'overload', 'limit'].map((layer) => ({
    name: `guard + ${layer}`,
    entry: LAYERS_ENTRY,
    env: { LAYERS: layer },
  })),
  AS_SHIPPED,
];
