import { createHmac } from 'node:crypto';
import { createTokenIssuer } from '@session-token/token-issuer';
import { afterEach, describe, expect, test } from 'vitest';
import { type ExportedSpan, type OtlpCollector, startOtlpCollector } from './otlp-collector.ts';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, SECRET } from './test-app.ts';
import { BODIES } from './webhooks/webhook-app.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT_ID = 'b7ad6b7169203331';
const SHOP = 'canary-shop.myshopify.com';
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, shop: SHOP });

const open: OtlpCollector[] = [];
afterEach(() => {
  for (const collector of open.splice(0)) collector.close();
});

/** Runs the production bundle, stops it after the requests, and returns what it exported. */
async function trace(
  requests: (url: string) => Promise<void>,
  env: Record<string, string> = {},
  status = 200,
): Promise<OtlpCollector & { log: string }> {
  const collector = await startOtlpCollector(status);
  open.push(collector);
  const server = await startServerProcess({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env } });
  await requests(server.url);
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  return { ...collector, log: server.output() };
}

const attributesOf = (span: ExportedSpan | undefined) =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

const getSession = (url: string, headers: Record<string, string>) =>
  fetch(`${url}/api/session-token`, { headers: { authorization: `Bearer ${mint()}`, ...headers } });

describe('traces', () => {
  test('have the request, its verification and its code, in the trace of the extension', async () => {
    const traceparent = `00-${TRACE_ID}-${PARENT_ID}-01`;
    const { spans } = await trace(async (url) => {
      expect((await getSession(url, { traceparent })).status).toBe(200);
      expect((await getSession(url, { authorization: `Bearer ${mint({ aud: 'other' })}` })).status).toBe(401);
      await fetch(`${url}/health/live`);
      await fetch(`${url}/api/session-token`, { method: 'OPTIONS', headers: { origin: 'null' } });
    });

    const requests = spans().filter(({ name }) => name === 'GET /api/session-token');
    expect(requests).toHaveLength(2);
    expect(spans()).toHaveLength(4); // no health probe, no preflight
    const [verified, rejected] = requests;
    expect(verified).toMatchObject({ traceId: TRACE_ID, parentSpanId: PARENT_ID });
    expect(attributesOf(verified)).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/session-token',
      'http.response.status_code': 200,
    });
    expect(attributesOf(rejected)).toMatchObject({
      'http.response.status_code': 401,
      'error.type': 'wrong_audience',
    });
    for (const request of requests) {
      const { traceId, spanId: parentSpanId } = request;
      const verification = spans().find((span) => span.parentSpanId === parentSpanId);
      expect(verification).toMatchObject({ name: 'verify session token', traceId });
      // In the order of the work, although all of it may happen in one millisecond.
      const times = [request.startTimeUnixNano, verification?.startTimeUnixNano];
      times.push(verification?.endTimeUnixNano, request.endTimeUnixNano);
      expect(times).toEqual(times.toSorted());
      expect(new Set(times).size).toBe(4);
    }
  });

  test('contain no token, secret, claim, header, URL, body or other value of a client', async () => {
    const customer = 'gid://shopify/Customer/77424242';
    const token = mint({ sub: customer, jti: 'canary-jti', sid: 'canary-sid' });
    const expired = mint({ sub: customer, exp: 1, nbf: 0, iat: 0 });
    const body = JSON.stringify(BODIES.customerRedact(77424242, SHOP));
    const hmac = createHmac('sha256', SECRET).update(body).digest('base64');
    const canaries = {
      'user-agent': 'canary-agent',
      'idempotency-key': 'canary-key',
      tracestate: 'canary=canary-state',
      baggage: 'canary=canary-baggage',
      traceparent: `00-${TRACE_ID}-${PARENT_ID}-01`,
      'x-request-id': 'canary-id',
    };
    const { received, spans } = await trace(async (url) => {
      for (const bearer of [token, expired, 'canary-garbage'])
        await getSession(url, { ...canaries, authorization: `Bearer ${bearer}` });
      await fetch(`${url}/api/canary-path/77424242?q=canary-query`, { headers: canaries });
      const headers = {
        'x-shopify-hmac-sha256': hmac,
        'x-shopify-topic': 'customers/redact',
        'x-shopify-webhook-id': 'canary-webhook',
        ...canaries,
      };
      expect((await fetch(`${url}/webhooks`, { method: 'POST', body, headers })).status).toBe(200);
      await fetch(`${url}/webhooks`, { method: 'POST', body: 'canary-body', headers });
    });

    const exported = JSON.stringify(received);
    for (const secret of [SECRET, CLIENT_ID, '77424242', 'myshopify', 'shop.dev', hmac])
      expect(exported).not.toContain(secret);
    for (const bearer of [token, expired])
      for (const part of bearer.split('.')) expect(exported).not.toContain(part);
    expect(exported).not.toMatch(/canary/i);

    // A new attribute must be added here, after a look at its values.
    const names = new Set(spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...names].toSorted()).toEqual([
      'error.type',
      'http.request.method',
      'http.response.status_code',
      'http.route',
    ]);
    const webhook = spans().find(
      (span) => span.name === 'POST /webhooks' && attributesOf(span)['http.response.status_code'] === 200,
    );
    const inWebhook = spans().filter(({ parentSpanId }) => parentSpanId === webhook?.spanId);
    expect(inWebhook.map(({ name }) => name)).toContain('database write');
  });

  test('are exported for the configured share of the requests, whatever their flag says', async () => {
    const requests = async (url: string) => {
      for (const flags of ['00', '01'])
        await getSession(url, { traceparent: `00-${TRACE_ID}-${PARENT_ID}-${flags}` });
    };
    expect((await trace(requests, { OTEL_TRACES_SAMPLER_ARG: '0' })).spans()).toEqual([]);
    expect((await trace(requests, { OTEL_TRACES_SAMPLER_ARG: '1' })).spans()).toHaveLength(4);
  });

  test('are not exported for a trace id that a client chooses, below the share', async () => {
    // A sampler of trace ids would take the first of these, whatever its share.
    const ids = ['0'.repeat(31).concat('1'), 'f'.repeat(16).concat('0'.repeat(15), '1')];
    const { spans } = await trace(
      async (url) => {
        for (const id of ids) await getSession(url, { traceparent: `00-${id}-${PARENT_ID}-01` });
      },
      { OTEL_TRACES_SAMPLER_ARG: '0.000000001' },
    );
    expect(spans()).toEqual([]);
  });

  test('are off without an endpoint', async () => {
    const { received } = await trace(async (url) => void (await getSession(url, {})), {
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
    });
    expect(received).toEqual([]);
  });

  test('that the collector rejects are logged once, and do not fail requests or the shutdown', async () => {
    const { log, received } = await trace(
      async (url) => expect((await getSession(url, {})).status).toBe(200),
      {},
      400,
    );
    expect(received).toHaveLength(1);
    expect(log.match(/traces cannot be exported/g)).toHaveLength(1);
    expect(log).not.toContain('canary-response');
  });

  test('do not delay the shutdown without a collector', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
    const { log } = await trace(async (url) => void (await getSession(url, {})), env);
    expect(log).toContain('"closed":true');
  });
});
