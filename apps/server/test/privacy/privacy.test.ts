import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PersonalData } from '../../src/privacy/personal-data.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW, SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

const open: WebhookApp[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const { app } of open.splice(0)) await app.close();
});

/** Personal data of a feature that stores nothing. */
const NOTHING: PersonalData = {
  export: async () => undefined,
  eraseCustomer: async () => {},
  eraseShop: async () => false,
};

describe.each(DATABASES)('privacy requests on %s', (_name, createDatabase) => {
  async function start(options: Parameters<typeof createWebhookApp>[0] = {}): Promise<WebhookApp> {
    const webhookApp = await createWebhookApp({ database: await createDatabase(), ...options });
    open.push(webhookApp);
    return webhookApp;
  }
  const rows = ({ app }: WebhookApp) =>
    app.database.read((db) => db.selectFrom('privacy_requests').selectAll().orderBy('webhook_id').execute());

  test('store the export for the merchant, with one section per feature', async () => {
    const webhookApp = await start({
      personalData: {
        points: { ...NOTHING, export: async (_db, { customerId }) => ({ ofCustomer: customerId }) },
        nothing: NOTHING,
      },
    });
    await webhookApp.deliver({
      topic: 'customers/data_request',
      body: BODIES.dataRequest(42),
      webhookId: 'w-1',
    });

    await expect.poll(async () => (await rows(webhookApp))[0]?.completed_at).toBe(NOW);
    const [request] = await rows(webhookApp);
    expect(request).toMatchObject({
      webhook_id: 'w-1',
      kind: 'customer_export',
      shop: SHOP,
      received_at: NOW,
    });
    expect(JSON.parse(request?.export ?? '')).toEqual({
      shop: SHOP,
      customerId: '42',
      points: { ofCustomer: '42' },
    });
  });

  test('clear an export, and the id of its customer, when the customer is erased', async () => {
    const webhookApp = await start({ personalData: { nothing: NOTHING } });
    const { deliver } = webhookApp;
    for (const customerId of [42, 43]) {
      const body = BODIES.dataRequest(customerId);
      await deliver({ topic: 'customers/data_request', body, webhookId: `w-${customerId}` });
    }
    await expect.poll(async () => (await rows(webhookApp)).every((row) => row.export !== null)).toBe(true);
    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42), webhookId: 'w-99' });

    await expect
      .poll(async () => (await rows(webhookApp)).map((row) => [row.webhook_id, row.customer_id]))
      .toEqual([
        ['w-42', null],
        ['w-43', '43'],
        ['w-99', null],
      ]);
    expect((await rows(webhookApp)).map((row) => row.export !== null)).toEqual([false, true, false]);
  });

  test('store an export for 30 days', async () => {
    let now = NOW;
    const webhookApp = await start({ now: () => now, personalData: { nothing: NOTHING } });
    const exported = async () => (await rows(webhookApp)).find((row) => row.webhook_id === 'a')?.export;
    const { deliver } = webhookApp;
    await deliver({ topic: 'customers/data_request', body: BODIES.dataRequest(42), webhookId: 'a' });
    await expect.poll(exported).toContain('42');

    const roundAt = async (time: number, webhookId: string) => {
      now = time;
      await deliver({ topic: 'shop/redact', body: BODIES.shopRedact('other.myshopify.com'), webhookId });
      await expect
        .poll(async () => (await rows(webhookApp)).find((row) => row.webhook_id === webhookId)?.completed_at)
        .toBe(time);
    };
    await roundAt(NOW + 30 * 86_400_000, 'b');
    expect(await exported()).toContain('42');
    await roundAt(NOW + 30 * 86_400_000 + 1, 'c');
    expect(await exported()).toBeNull();
  });

  test('erase a shop in batches, each in its own transaction, until nothing is left', async () => {
    const steps: number[] = [];
    const webhookApp = await start({
      personalData: {
        many: { ...NOTHING, eraseShop: async (_transaction, _shop, limit) => steps.push(limit) < 3 },
      },
    });
    await webhookApp.deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
    await expect.poll(async () => (await rows(webhookApp))[0]?.completed_at).toBe(NOW);
    expect(steps).toEqual([500, 500, 500]);
  });

  test('that fail are logged, do not block others, and are retried', async () => {
    let isBroken = true;
    const erased: string[] = [];
    const webhookApp = await start({
      personalData: {
        fragile: {
          ...NOTHING,
          eraseCustomer: async (_transaction, { customerId }) => {
            if (isBroken && customerId === '1') throw new Error('broken');
            erased.push(customerId);
          },
        },
      },
    });
    const { deliver, logLines } = webhookApp;
    const redact = (customerId: number) =>
      deliver({ topic: 'customers/redact', body: BODIES.customerRedact(customerId) });

    expect((await redact(1)).statusCode).toBe(200);
    await redact(2);
    await expect.poll(() => erased).toEqual(['2']);
    expect(logLines().find(({ level }) => level === 'error')).toMatchObject({
      kind: 'customer_erasure',
      msg: 'a privacy request failed; it will be retried',
    });

    isBroken = false;
    await webhookApp.app.privacyQueue.processPending();
    await expect.poll(() => erased).toEqual(['2', '1']);
  });

  test('pass the orders that Shopify names to the features, until they are completed', async () => {
    const subjects: unknown[] = [];
    const recording: PersonalData = {
      ...NOTHING,
      export: async (_db, { customerId, orderIds }) => void subjects.push([customerId, orderIds]),
      eraseCustomer: async (_transaction, { customerId, orderIds }) =>
        void subjects.push([customerId, orderIds]),
    };
    const webhookApp = await start({ personalData: { recording } });
    const { deliver } = webhookApp;
    // Larger than 2^53: JSON.parse alone would change the last digit.
    const redact = JSON.stringify({ ...BODIES.customerRedact(43), orders_to_redact: [0] });
    const body = redact.replace('[0]', '[9007199254740993,7]');
    await deliver({ topic: 'customers/data_request', body: BODIES.dataRequest(42) });
    await expect.poll(() => subjects).toEqual([['42', ['1', '2']]]);
    await deliver({ topic: 'customers/redact', body });
    await expect
      .poll(() => subjects)
      .toEqual([
        ['42', ['1', '2']],
        ['43', ['9007199254740993', '7']],
      ]);
    await expect
      .poll(async () => (await rows(webhookApp)).map((row) => [row.completed_at, row.order_ids]))
      .toEqual([
        [NOW, null],
        [NOW, null],
      ]);
  });

  test('that failed are retried after 60 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let attempts = 0;
    const broken: PersonalData = {
      ...NOTHING,
      eraseCustomer: async () => {
        attempts += 1;
        throw new Error('broken');
      },
    };
    const webhookApp = await start({ personalData: { broken } });
    await webhookApp.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(1) });
    await webhookApp.app.privacyQueue.processPending();
    const attemptsBefore = attempts;
    expect(attemptsBefore).toBeGreaterThan(0);

    await vi.advanceTimersByTimeAsync(59_999);
    await webhookApp.app.database.read(async () => {}); // runs after any query that the timer started
    expect(attempts).toBe(attemptsBefore);
    await vi.advanceTimersByTimeAsync(1);
    await expect.poll(() => attempts).toBe(attemptsBefore + 1);
  });

  test('that a stopped process left pending are completed by the next one', async () => {
    const database = await createDatabase();
    if (database.kind === 'sqlite') return; // in memory, so the next process has nothing to resume
    const stuck = { ...NOTHING, eraseCustomer: async () => Promise.reject(new Error('the process ends')) };
    const first = await createWebhookApp({ database, personalData: { stuck } });
    await first.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(7) });
    await first.app.close();

    const erased: string[] = [];
    const second = await start({
      database,
      personalData: {
        works: {
          ...NOTHING,
          eraseCustomer: async (_transaction, { customerId }) => void erased.push(customerId),
        },
      },
    });
    await expect.poll(async () => (await rows(second))[0]?.completed_at).toBe(NOW);
    expect(erased).toEqual(['7']);
  });
});
