import { randomUUID } from 'node:crypto';
import { type BuyerClient, createBuyerClient } from '@session-token/extension-client';
import { createTraceparent } from '@session-token/extension-client/traceparent';
import { type ExportedSpan, startOtlpCollector } from '@session-token/server/test/otlp-collector.ts';
import { BUILT_SERVER } from '../http/candidates.ts';
import { startServer } from '../process/server-process.ts';
import { writePlot } from '../report/docs.ts';
import { mintGenuine, mintRejected, SECRET } from '../tokens.ts';
import { redactWebhook } from './redact-webhook.ts';
import { durationMs, renderWaterfalls, toRows } from './waterfall.ts';

/**
 * Draws traces of real requests, `pnpm --filter @session-token/benchmarks trace`: the extensions' client calls the built
 * server, which exports to a collector in this process.
 */
const CALLS: ReadonlyArray<
  [title: string, mint: () => string, call: (client: BuyerClient) => Promise<{ ok: boolean }>]
> = [
  ['A buyer joins the loyalty program', mintGenuine, (client) => client.joinLoyalty(randomUUID())],
  [
    'A block sends the token of another app',
    mintRejected['wrong audience'],
    (client) => client.readSession(),
  ],
];
const WEBHOOK = 'Shopify sends customers/redact';
/** The first requests are slow, because V8 has not compiled the code yet. */
const WARM_UP_CALLS = 300;
const MEASURED_CALLS = 99;

const collector = await startOtlpCollector();
const { port, stop } = await startServer({
  entry: BUILT_SERVER,
  env: {
    DATABASE_URL: 'file::memory:',
    RATE_LIMIT_PER_MINUTE: '0',
    DRAIN_SECONDS: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  },
});
const apiBaseUrl = `http://127.0.0.1:${port}`;

/** Makes a call as a new buyer. Returns the span that the extension would have: it exports none itself. */
async function tap([title, mint, call]: (typeof CALLS)[number]): Promise<ExportedSpan> {
  const traceparent = createTraceparent();
  const [, traceId = '', spanId = ''] = traceparent.split('-');
  const token = mint();
  const startTimeUnixNano = unixNano();
  const { ok } = await call(
    createBuyerClient({ apiBaseUrl, getToken: async () => token, createTraceparent: () => traceparent }),
  );
  if (ok !== (mint === mintGenuine)) throw new Error(`${title}: unexpected result`);
  const attributes = [{ key: 'measured by', value: { stringValue: 'the caller, not exported' } }];
  const name = 'call by the extension';
  return { traceId, spanId, name, startTimeUnixNano, endTimeUnixNano: unixNano(), attributes };
}

let customerId = 0;
async function deliverWebhook(): Promise<void> {
  customerId += 1;
  const [path, init] = redactWebhook(customerId, SECRET);
  const { status } = await fetch(apiBaseUrl + path, init);
  if (status !== 200) throw new Error(`the webhook got ${status}`);
}

/** Returns the time of the clock that the server's spans have, in nanoseconds. */
function unixNano(): string {
  return `${Math.round((performance.timeOrigin + performance.now()) * 1000)}000`;
}

async function repeat<Result>(work: () => Promise<Result>): Promise<Result[]> {
  for (let count = 0; count < WARM_UP_CALLS; count += 1) await work();
  const results: Result[] = [];
  for (let count = 0; count < MEASURED_CALLS; count += 1) results.push(await work());
  return results;
}

/** Returns the span of median duration, as a typical one. */
function typical(spans: readonly ExportedSpan[]): ExportedSpan {
  const byDuration = spans.toSorted((a, b) => durationMs(a) - durationMs(b));
  return byDuration[byDuration.length >> 1]!;
}

const taps: Array<[title: string, spans: ExportedSpan[]]> = [];
for (const call of CALLS) taps.push([call[0], await repeat(() => tap(call))]);
await repeat(deliverWebhook);
await stop(); // exports the rest
collector.close();

const exported = collector.spans();
const webhooks = exported.filter(({ name }) => name === 'POST /webhooks').slice(-MEASURED_CALLS);
const waterfalls = [...taps, [WEBHOOK, webhooks] as const].map(([title, spans]) => {
  const root = typical(spans);
  const inside = exported.filter(({ traceId, spanId }) => traceId === root.traceId && spanId !== root.spanId);
  if (inside.length === 0) throw new Error(`${title}: the server exported no spans of it`);
  return { title, rows: toRows([root, ...inside]) };
});
for (const { title, rows } of waterfalls) {
  console.log(`\n${title}`);
  for (const { name, depth, durationMs } of rows)
    console.log(`${'  '.repeat(depth + 1)}${name}: ${durationMs.toFixed(2)} ms`);
}
writePlot('trace', renderWaterfalls(waterfalls));
