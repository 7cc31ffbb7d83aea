import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { describe, expect, test } from 'vitest';
import { createMetrics } from '../src/observability/metrics.ts';
import { buildMetricsServer } from '../src/observability/metrics-server.ts';
import { CLIENT_ID, createTestApp, NOW, PREVIOUS_SECRET, SECRET, SHOP } from './test-app.ts';

const URL = '/api/session-token';

describe('the request log', () => {
  test('has one line per request, with its id, route, status and shop', async () => {
    const { get, mint, logLines } = await createTestApp();
    const response = await get(URL, mint());

    expect(logLines()).toHaveLength(1);
    expect(logLines()[0]).toMatchObject({
      msg: 'request',
      reqId: response.headers['x-request-id'],
      method: 'GET',
      route: URL,
      status: 200,
      durationMs: expect.any(Number),
      kind: 'buyer',
      shop: SHOP,
    });
  });

  test('names the staff user of a request, but no customer', async () => {
    const { app, get, mint, logLines } = await createTestApp();
    const staff = mint({ sub: '9119' }, { surface: 'pos' });
    await get(URL, staff);
    await app.inject({ url: '/api/no-such-route', headers: { authorization: `Bearer ${staff}` } });
    await get(URL, mint({ sub: 'gid://shopify/Customer/424242' }));

    const [ofStaff, unknown, ofCustomer] = logLines();
    expect(ofStaff).toMatchObject({ kind: 'staff', shop: SHOP, userId: '9119' });
    expect(unknown).not.toHaveProperty('userId'); // no route, so no token was verified
    expect(ofCustomer).toMatchObject({ kind: 'buyer', shop: SHOP });
    expect(ofCustomer).not.toHaveProperty('userId');
    expect(JSON.stringify(logLines())).not.toContain('424242');
  });

  test('omits quiet routes, such as health probes', async () => {
    const { app, logLines } = await createTestApp();
    await app.inject('/health/live');
    await app.inject('/health/ready');
    await app.inject('/openapi.json');

    expect(logLines()).toEqual([]);
  });

  test('says why a token was rejected, and contains no token, claim, secret or URL', async () => {
    const { app, mint, logLines } = await createTestApp();
    const token = mint({ sub: 'gid://shopify/Customer/424242', jti: 'the-jti', aud: 'other-app' });
    await app.inject({
      url: `${URL}?token=${token}&q=query-value`,
      headers: { authorization: `Bearer ${token}` },
    });

    expect(logLines()[0]).toMatchObject({ status: 401, code: 'wrong_audience', route: URL });
    const log = JSON.stringify(logLines());
    for (const secret of [
      token,
      token.split('.')[1]!,
      '424242',
      'the-jti',
      'other-app',
      'query-value',
      SECRET,
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('the metrics', () => {
  const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now: () => NOW });

  test('have a 0 for every outcome at start-up, so that a rate sees the first rejected token', async () => {
    const text = await createMetrics(verifier, () => NOW).text();
    const outcomes = [
      ...text.matchAll(/^session_token_verifications_total\{outcome="(\w+)",kind="(\w+)"\} 0$/gm),
    ];

    expect(outcomes.map(([, outcome, kind]) => `${outcome} ${kind}`).toSorted()).toEqual(
      [
        'verified buyer',
        'verified staff',
        ...SESSION_TOKEN_ERROR_CODES.map((code) => `${code} unknown`),
      ].toSorted(),
    );
  });

  test('count tokens by outcome and kind and responses by route, and have the time when the previous secret was last used', async () => {
    const metrics = createMetrics(verifier, () => NOW);
    const { app, get, mint } = await createTestApp({ metrics });
    await get(URL, mint());
    await get(URL, mint({}, { surface: 'pos' }));
    await get(URL, mint({}, { secret: PREVIOUS_SECRET }));
    await get(URL, mint({ aud: 'other' }));
    await app.inject('/api/made-up-by-a-client');

    const text = await metrics.text();

    expect(text).toContain('session_token_verifications_total{outcome="verified",kind="buyer"} 2');
    expect(text).toContain('session_token_verifications_total{outcome="verified",kind="staff"} 1');
    expect(text).toContain('session_token_verifications_total{outcome="wrong_audience",kind="unknown"} 1');
    expect(text).toContain('session_token_secret_matches_total{secret="previous"} 1');
    expect(text).toContain(`session_token_previous_secret_last_used_timestamp_seconds ${NOW / 1000}`);
    expect(text).toContain(`http_request_duration_seconds_count{method="GET",route="${URL}",status="200"} 3`);
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="unknown",status="404"} 1',
    );
    // Errors that are not about a token add no series.
    expect(text.match(/^session_token_verifications_total\{/gm)).toHaveLength(
      SESSION_TOKEN_ERROR_CODES.length + 2,
    );
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).not.toMatch(/made-up-by-a-client|myshopify/);
  });

  test('count each verified token in a form that no public source shows once, by documented names and shapes only', async () => {
    const metrics = createMetrics(verifier, () => NOW);
    const { get, mint } = await createTestApp({ metrics });
    const surprising = {
      sid: 'canary',
      'canary@shop.example': 'canary',
      sub: 'gid://shopify/Customer/424242',
    };
    const token = mint(surprising);
    for (const sent of [token, token, mint(surprising), mint({ ...surprising, aud: 'other' }), mint()])
      await get(URL, sent);

    const text = await metrics.text();

    expect(text).toContain('session_token_surprises_total{kind="buyer",claim="sid",shape="text"} 2\n');
    expect(text).toContain('session_token_surprises_total{kind="buyer",claim="unknown",shape="text"} 2\n');
    expect(text.match(/^session_token_surprises_total\{/gm)).toHaveLength(2);
    expect(text).not.toMatch(/canary|424242|example/);
  });

  test('have a bounded number of series, whatever the claims are', async () => {
    const metrics = createMetrics(verifier, () => NOW);
    const { get, mint } = await createTestApp({ metrics });
    const values = [1, true, null, [], {}, '', 'x', '7', 'https://a.example/', 'gid://shopify/Order/7'];
    for (let round = 0; round < 20; round += 1) {
      const claims = values.map((value, index) => [`made_up_${round}_${index}`, value]);
      await get(URL, mint({ ...Object.fromEntries(claims), sig: values[round % values.length] }));
    }

    const series = (await metrics.text()).match(/^session_token_surprises_total\{.*\}/gm) ?? [];

    expect(series.length).toBeGreaterThan(values.length);
    expect(series.length).toBeLessThanOrEqual(2 * values.length);
    expect(series.join()).not.toContain('made_up');
  });

  test('count response times in cumulative buckets, including their bounds', async () => {
    const metrics = createMetrics(verifier);
    const labels = { method: 'GET', route: '/r', status: 200 };
    for (const seconds of [0.001, 0.0011, 3, 60]) metrics.responded(labels, seconds);
    metrics.responded({ ...labels, status: 500 }, 1);

    const text = await metrics.text();

    const sample = (name: string, rest: string) =>
      `http_request_duration_seconds_${name}{${rest}method="GET",route="/r",status="200"}`;
    expect(text).toContain('# TYPE http_request_duration_seconds histogram');
    for (const [bound, count] of [
      ['0.001', 1],
      ['0.0025', 2],
      ['2.5', 2],
      ['10', 3],
      ['+Inf', 4],
    ]) {
      expect(text).toContain(`${sample('bucket', `le="${bound}",`)} ${count}\n`);
    }
    expect(text).toContain(`${sample('count', '')} 4\n`);
    expect(text).toMatch(
      /http_request_duration_seconds_sum\{method="GET",route="\/r",status="200"\} 63\.0021/,
    );
  });

  test('are served in the Prometheus text format, on a separate server', async () => {
    const response = await buildMetricsServer(createMetrics(verifier)).inject('/metrics');

    expect(response.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.body).toContain('# TYPE session_token_verifications_total counter');
    const { app } = await createTestApp();
    expect((await app.inject('/metrics')).statusCode).toBe(404);
  });
});
