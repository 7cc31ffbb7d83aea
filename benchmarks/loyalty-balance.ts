import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@session-token/server/test/postgres/embedded.ts';
import { createTokenIssuer } from '@session-token/token-issuer';
import { BUILT_SERVER } from './http/candidates.ts';
import { closedLoop } from './loyalty-closed-loop.ts';
import { describeMachine } from './machine.ts';
import { startServer } from './process/server-process.ts';
import { quantile } from './statistics.ts';
import { CLIENT_ID, SECRET } from './tokens.ts';

/**
 * Measures `GET /api/loyalty`, which reads a balance and ten entries, on each database, as a ratio to
 * `GET /api/session-token`, which reads nothing. Alternates between both routes of one server, so that noise affects
 * both.
 */
const ROUNDS = 10;
const REQUESTS_A_ROUND = 1_000;
const CONNECTIONS = 8;
const ROUTES = { 'GET /api/session-token': '/api/session-token', 'GET /api/loyalty': '/api/loyalty' };

const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
const folder = await mkdtemp(join(tmpdir(), 'balance-benchmark-'));
const postgres = await startEmbeddedPostgres();

console.log(describeMachine());
console.log(`${ROUNDS} × ${REQUESTS_A_ROUND} requests a route, ${CONNECTIONS} connections\n`);
console.log('| database | route | p50 | p99 | p50 ratio | p99 ratio |\n|---|---|---|---|---|---|');
await measure('SQLite', `file:${join(folder, 'app.db')}`);
await measure('PostgreSQL', postgres.url);

await postgres.stop();
await rm(folder, { recursive: true });

async function measure(database: string, databaseUrl: string): Promise<void> {
  const env = { DATABASE_URL: databaseUrl, RATE_LIMIT_PER_MINUTE: '0' };
  const { port, stop } = await startServer({ entry: BUILT_SERVER, env });
  const origin = `http://127.0.0.1:${port}`;
  await fillAccount(origin);
  const headers = { authorization: `Bearer ${mint({ sub: 'gid://shopify/Customer/42' })}` };
  const latencies = new Map(Object.keys(ROUTES).map((route): [string, number[]] => [route, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [route, path] of Object.entries(ROUTES)) {
      const url = origin + path;
      const loop = { url, headers, requests: REQUESTS_A_ROUND, connections: CONNECTIONS };
      const measured = await closedLoop(loop);
      if (round >= 0) latencies.get(route)?.push(...measured); // the first round warms up
    }
  }
  await stop();

  const [reference = []] = latencies.values();
  for (const [route, values] of latencies) {
    const cells = [0.5, 0.99].map((share) => `${quantile(values, share).toFixed(2)} ms`);
    const ratios = [0.5, 0.99].map((share) =>
      (quantile(values, share) / quantile(reference, share)).toFixed(2),
    );
    console.log(`| ${[database, route, ...cells, ...ratios].join(' | ')} |`);
  }
}

async function fillAccount(url: string): Promise<void> {
  const customer = { authorization: `Bearer ${mint({ sub: 'gid://shopify/Customer/42' })}` };
  const staff = {
    authorization: `Bearer ${mint({}, { surface: 'pos' })}`,
    'content-type': 'application/json',
  };
  await fetch(`${url}/api/loyalty/enrollment`, { method: 'POST', headers: customer });
  for (let count = 0; count < 10; count += 1) {
    const headers = { ...staff, 'idempotency-key': `benchmark-${count}` };
    const body = JSON.stringify({ points: 1, reason: 'For the benchmark' });
    await fetch(`${url}/api/loyalty/customers/42/adjustments`, { method: 'POST', headers, body });
  }
}
