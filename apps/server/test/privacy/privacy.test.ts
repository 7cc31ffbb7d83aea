import { afterEach, describe, expect, test } from 'vitest';
import type { PersonalData } from '../../src/privacy/personal-data.ts';
import { EXPORT_LIFETIME_MS, SHOP_ERASURE_STEP } from '../../src/privacy/request-runner.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW, SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

const open: WebhookApp[] = [];
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

/** Keeps nothing, and does as it is told. */
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

  test('keep the export for the merchant, by the names of who keeps data', async () => {
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

  test('forget an export when the customer is erased, and whom it was about', async () => {
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

  test('keep an export for 30 days, and not longer', async () => {
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
    await roundAt(NOW + EXPORT_LIFETIME_MS, 'b');
    expect(await exported()).toContain('42');
    await roundAt(NOW + EXPORT_LIFETIME_MS + 1, 'c');
    expect(await exported()).toBeNull();
  });

  test('erase a shop in steps, each a transaction of its own, until nothing is left', async () => {
    const steps: number[] = [];
    const webhookApp = await start({
      personalData: {
        many: { ...NOTHING, eraseShop: async (_transaction, _shop, limit) => steps.push(limit) < 3 },
      },
    });
    await webhookApp.deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
    await expect.poll(async () => (await rows(webhookApp))[0]?.completed_at).toBe(NOW);
    expect(steps).toEqual([SHOP_ERASURE_STEP, SHOP_ERASURE_STEP, SHOP_ERASURE_STEP]);
  });

  test('that fail are told in the log, hold up no other, and are tried again', async () => {
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
      msg: 'a privacy request was not met; it is tried again',
    });

    isBroken = false;
    webhookApp.app.privacyRequests.wake();
    await expect.poll(() => erased).toEqual(['2', '1']);
  });

  test('that a process left are met by the next one', async () => {
    const database = await createDatabase();
    if (database.kind === 'sqlite') return; // in memory: nothing is left to the next process
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
