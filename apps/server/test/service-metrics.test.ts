import { createSessionTokenVerifier } from '@session-token/token-verify';
import { afterEach, describe, expect, test } from 'vitest';
import { createMetrics, type Metrics } from '../src/observability/metrics.ts';
import type { PersonalData } from '../src/privacy/personal-data.ts';
import { DATABASES } from './database/databases.ts';
import { CLIENT_ID, createTestApp, NOW, SECRET } from './test-app.ts';
import { BODIES, createWebhookApp } from './webhooks/webhook-app.ts';

const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now: () => NOW });
const createTestMetrics = (): Metrics => createMetrics(verifier, () => NOW);

const open: Array<{ app: { close(): Promise<void> } }> = [];
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

test('error responses are counted by code, from 0', async () => {
  const metrics = createTestMetrics();
  let delayMs = 0;
  const testApp = await createTestApp({ metrics, eventLoopDelayMs: () => delayMs });
  open.push(testApp);
  expect(await metrics.text()).toContain('http_error_responses_total{code="overloaded"} 0\n');

  await testApp.app.inject('/made-up');
  await testApp.app.inject('/openapi.json');
  delayMs = 201;
  await testApp.app.inject('/api/session-token');
  metrics.failed('made_up');

  const text = await metrics.text();
  expect(text).toContain('http_error_responses_total{code="not_found"} 1\n');
  expect(text).toContain('http_error_responses_total{code="overloaded"} 1\n');
  expect(text).not.toContain('made_up');
  expect(text.match(/^http_error_responses_total\{.*\} [1-9]/gm)).toHaveLength(2);
});

test('the database is ready until it fails', async () => {
  const metrics = createTestMetrics();
  let problem: string | undefined;
  metrics.watchDatabase({ readinessProblem: async () => problem });

  expect(await metrics.text()).toContain('database_ready 1\n');
  problem = 'database_unavailable';
  expect(await metrics.text()).toContain('database_ready 0\n');
});

describe.each(DATABASES)('on %s', (_name, createDatabase) => {
  test('the oldest pending privacy request is shown until it is completed', async () => {
    const metrics = createTestMetrics();
    let isBroken = true;
    const personalData: PersonalData = {
      export: async () => undefined,
      eraseShop: async () => false,
      async eraseCustomer() {
        if (isBroken) throw new Error('broken');
      },
    };
    const webhookApp = await createWebhookApp({
      metrics,
      database: await createDatabase(),
      personalData: { personalData },
    });
    open.push(webhookApp);
    const { privacyQueue } = webhookApp.app;
    await privacyQueue.processPending();
    const values = async () =>
      (await metrics.text()).match(
        /^(?:privacy_requests_pending|privacy_oldest_pending\w+|database_ready) .*$/gm,
      );
    expect(await values()).toEqual([
      'privacy_requests_pending 0',
      'privacy_oldest_pending_request_timestamp_seconds 0',
      'database_ready 1',
    ]);

    for (const customerId of [1, 2])
      await webhookApp.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(customerId) });
    await privacyQueue.processPending();
    expect(await values()).toEqual([
      'privacy_requests_pending 2',
      `privacy_oldest_pending_request_timestamp_seconds ${NOW / 1000}`,
      'database_ready 1',
    ]);

    isBroken = false;
    await privacyQueue.processPending();
    expect(await values()).toContain('privacy_requests_pending 0');
    expect(await values()).toContain('privacy_oldest_pending_request_timestamp_seconds 0');
  });
});
