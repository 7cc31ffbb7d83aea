import type { ServerCommand } from '../process/server-process.ts';

export interface HttpCandidate extends ServerCommand {
  name: string;
  /** Responds with 200 without verifying the token. */
  looksAtNoToken?: true;
}

const file = (path: string) => new URL(path, import.meta.url).pathname;
/** The production build, in a folder that no other build overwrites during a run. */
export const BUILT_SERVER = file('../dist/main.js');

/** As shipped, with metrics. The rate limit counts, but is too high for 50 connections from one address to reach. */
export const SHIPPED_ENV = {
  DATABASE_URL: 'file::memory:',
  RATE_LIMIT_PER_MINUTE: '1000000',
  METRICS_PORT: '0',
  DRAIN_SECONDS: '0',
};

/** The reference for the ratios. */
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

/** Compared with the guard alone, and again with the server as shipped: see `peers/equipment`. */
const PEERS: readonly HttpCandidate[] = [
  { name: 'Fastify + @fastify/jwt', entry: file('../peers/servers/fastify-jwt.js') },
  {
    name: 'Fastify + @fastify/jwt, its cache on',
    entry: file('../peers/servers/fastify-jwt.js'),
    env: { CACHE: '10000' },
  },
  { name: 'Express + jsonwebtoken', entry: file('../peers/servers/express-jsonwebtoken.js') },
  { name: 'Express + @shopify/shopify-api', entry: file('../peers/servers/express-shopify-api.js') },
];

export const CANDIDATES: readonly HttpCandidate[] = [
  REFERENCE,
  GUARD_ALONE,
  ...PEERS,
  {
    name: '@shopify/shopify-app-react-router + Express',
    entry: file('../peers/servers/react-router-shopify.js'),
  },
  AS_SHIPPED,
  ...PEERS.map((peer) => ({
    ...peer,
    name: `${peer.name}, equipped`,
    env: { ...peer.env, EQUIPPED: '1' },
  })),
];

/** The guard with one more layer of the server each. The cost of a layer is the difference to the guard alone. */
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
