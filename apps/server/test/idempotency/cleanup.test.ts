import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { CLEANUP_BATCH, startCleanup } from '../../src/idempotency/cleanup.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW, SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

const record = (id: string, expiresAt: number) => ({
  id,
  request_hash: '',
  shop: SHOP,
  customer_id: '42',
  caller: '',
  status: 201,
  response: '{}',
  expires_at: expiresAt,
});
const legacyClaim = (claim: string, expiresAt: number) => ({
  claim,
  request: '',
  status: 201,
  answer: '{"customerId":"42"}',
  expires_at: expiresAt,
});

describe.each(DATABASES)('expired records on %s', (_name, createDatabase) => {
  let nowMs: number;
  let webhookApp: WebhookApp;
  let stopCleanup: () => Promise<void>;
  let writes: Array<Promise<unknown>>;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    nowMs = NOW;
    webhookApp = await createWebhookApp({ database: await createDatabase() });
    // A second cleanup, whose queries the tests can wait for. The app's own cleanup runs at `NOW`.
    const { database, log } = webhookApp.app;
    writes = [];
    const recorded: Database = {
      ...database,
      write(work) {
        const result = database.write(work);
        writes.push(result);
        return result;
      },
    };
    stopCleanup = startCleanup({ database: recorded, logger: log, now: () => nowMs });
    await untilIdle();
  });
  afterEach(async () => {
    await stopCleanup();
    await webhookApp.app.close();
    vi.useRealTimers();
  });

  /** Resolves when the cleanup has no query left to make. */
  async function untilIdle(): Promise<void> {
    for (let seen = -1; seen < writes.length; ) {
      seen = writes.length;
      await Promise.all(writes);
      await new Promise(setImmediate); // the next query starts in a microtask
    }
  }

  const recordIds = async () => {
    const { database } = webhookApp.app;
    const rows = await database.read((db) => db.selectFrom('idempotency_records').select('id').execute());
    return rows.map(({ id }) => id);
  };
  const claimIds = async () => {
    const { database } = webhookApp.app;
    const rows = await database.read((db) => db.selectFrom('single_use_claims').select('claim').execute());
    return rows.map(({ claim }) => claim);
  };

  test('are deleted by a timer, without any request, in batches', async () => {
    const expired = Array.from({ length: 2 * CLEANUP_BATCH + 1 }, (_, index) => record(`${index}`, NOW + 1));
    await webhookApp.app.database.read((db) =>
      db
        .insertInto('idempotency_records')
        .values([...expired, record('live', NOW + 60_001)])
        .execute(),
    );

    nowMs = NOW + 60_000;
    await vi.advanceTimersByTimeAsync(59_999);
    await untilIdle();
    expect(await recordIds()).toHaveLength(expired.length + 1);
    await vi.advanceTimersByTimeAsync(1);
    await expect.poll(recordIds).toEqual(['live']);
  });

  test('of versions before 1.0.0 are deleted by the same timer', async () => {
    const claims = [legacyClaim('expired', NOW + 60_000), legacyClaim('live', NOW + 60_001)];
    await webhookApp.app.database.read((db) => db.insertInto('single_use_claims').values(claims).execute());

    nowMs = NOW + 60_000;
    await vi.advanceTimersByTimeAsync(60_000);
    await expect.poll(claimIds).toEqual(['live']);
  });

  test.each([
    ['customers/redact', BODIES.customerRedact(7)],
    ['shop/redact', BODIES.shopRedact('other.myshopify.com')],
  ])('of versions before 1.0.0, even live ones, are deleted by any %s', async (topic, body) => {
    const claim = legacyClaim('live', NOW + 60_001);
    await webhookApp.app.database.read((db) => db.insertInto('single_use_claims').values(claim).execute());

    await webhookApp.deliver({ topic, body });
    await expect.poll(claimIds).toEqual([]);
  });
});

test('records that expired while no server was running are deleted when one starts', async () => {
  const database = await DATABASES[1]![1]();
  const first = await createWebhookApp({ database });
  await first.app.database.read((db) =>
    db.insertInto('idempotency_records').values(record('old', NOW)).execute(),
  );
  await first.app.close();

  const second = await createWebhookApp({ database });
  const records = () =>
    second.app.database.read((db) => db.selectFrom('idempotency_records').select('id').execute());
  await expect.poll(records).toEqual([]);
  await second.app.close();
});
