import { allowsOrigin, outcomeOf, type Result } from './evaluate.ts';
import type { FindingId } from './findings/catalog.ts';
import { type Exchange, isAnswered } from './http/exchange.ts';
import type { Send } from './http/send.ts';
import type { AttackOptions } from './options/attack-options.ts';

/** Origins of extensions and shops: Shopify's hosts, and a shop with its own domain. */
const OTHER_ORIGINS = [
  'https://cdn.shopify.com',
  'https://extensions.shopifycdn.com',
  'https://shop.example.com',
];

/** Methods that a preflight need not list (Fetch standard, CORS-safelisted method). */
const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST'];

/** Sends preflights, which carry no token, and reads them as a browser would. */
export async function checkPreflights(send: Send, app: AttackOptions): Promise<Result[]> {
  const exchange = await send(preflight(app, 'null'));
  const findings = findPreflightProblems(exchange, app);
  const results = [result('a preflight from the origin null', 'cors/preflight', exchange, findings, app)];
  // Without any CORS header, nothing can be said about other origins.
  if (findings.includes('cors/preflight')) return results;
  for (const origin of OTHER_ORIGINS) {
    const other = await send(preflight(app, origin));
    const problems = findOriginProblems(other, origin);
    results.push(result(`a preflight from the origin ${origin}`, 'cors/other-origin', other, problems, app));
  }
  return results;
}

const preflight = (app: AttackOptions, origin: string) => ({
  method: 'OPTIONS',
  headers: [
    ['Origin', origin],
    ['Access-Control-Request-Method', app.method],
    ['Access-Control-Request-Headers', requestHeaders(app).join(',')],
  ] as const,
});

/** The headers that need a preflight, in lower case as browsers send them. */
function requestHeaders({ tokenHeader, headers }: AttackOptions): string[] {
  return [
    ...new Set([tokenHeader, ...headers.map(([name]) => name)].map((name) => name.toLowerCase())),
  ].sort();
}

function findPreflightProblems(exchange: Exchange, app: AttackOptions): FindingId[] {
  if (!isAnswered(exchange) || exchange.status < 200 || exchange.status > 299) return ['cors/preflight'];
  if (!allowsOrigin(exchange, 'null')) return ['cors/preflight'];
  const allowedHeaders = listOf(exchange.headers['access-control-allow-headers']);
  const allowedMethods = listOf(exchange.headers['access-control-allow-methods']);
  const covers = (name: string) =>
    allowedHeaders.includes(name) || (allowedHeaders.includes('*') && name !== 'authorization');
  const method = app.method.toLowerCase();
  return [
    ...(requestHeaders(app).every(covers) ? [] : ['cors/preflight-header' as const]),
    ...(SAFELISTED_METHODS.includes(app.method) ||
    allowedMethods.includes(method) ||
    allowedMethods.includes('*')
      ? []
      : ['cors/preflight-method' as const]),
  ];
}

function findOriginProblems(exchange: Exchange, origin: string): FindingId[] {
  if (!isAnswered(exchange) || !allowsOrigin(exchange, origin)) return ['cors/other-origin'];
  const { headers } = exchange;
  // With `*`, browsers ignore the credentials (Fetch standard, CORS check).
  const reflects = headers['access-control-allow-origin']?.trim() === origin;
  return reflects && headers['access-control-allow-credentials'] === 'true' ? ['cors/credentials'] : [];
}

const listOf = (header = '') => header.split(',').map((name) => name.trim().toLowerCase());

function result(
  name: string,
  tests: FindingId,
  exchange: Exchange,
  findings: readonly FindingId[],
  app: AttackOptions,
): Result {
  return {
    ...{ name, tests, findings, expected: 'accepted', outcome: outcomeOf(exchange, app) },
    ...(isAnswered(exchange) && { status: exchange.status }),
  };
}
