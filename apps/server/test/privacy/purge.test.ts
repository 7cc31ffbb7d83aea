import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWritesApp, type WritesApp } from '../idempotency/writes-app.ts';
import { BODIES, createDeliver } from '../webhooks/webhook-app.ts';

const MARKER = 'MARKER-allergic-to-nuts';

let folder: string;
let app: WritesApp;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = await mkdtemp(join(tmpdir(), 'purge-'));
  app = await createWritesApp({ database: { kind: 'sqlite', path: join(folder, 'app.db') } });
});
afterEach(async () => {
  await app.app.close();
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** Returns the database's files that contain the text, including the write-ahead log. */
async function filesWith(text: string): Promise<string[]> {
  const names = await readdir(folder);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return names.filter((_name, index) => contents[index]!.includes(text));
}

const isCompleted = async () => {
  const { database } = app.app;
  const rows = await database.read((db) =>
    db.selectFrom('privacy_requests').select('completed_at').execute(),
  );
  return rows.length > 0 && rows.every(({ completed_at }) => completed_at !== null);
};

test.each([
  ['customers/redact', BODIES.customerRedact(990_042)],
  ['shop/redact', BODIES.shopRedact()],
])('%s leaves no trace in the files of SQLite while the server runs', async (topic, body) => {
  await app.post('customers/990042', app.asStaff(), { points: 5, padding: MARKER }, 'key-1');
  expect(await filesWith(MARKER)).not.toEqual([]);

  await createDeliver(app.app)({ topic, body });
  await expect.poll(() => filesWith(MARKER)).toEqual([]);
  expect(await filesWith('990042')).toEqual([]);
});

test('retries the purge after a minute if another process prevented it', async () => {
  await app.post('customers/990042', app.asStaff(), { points: 5, padding: MARKER }, 'key-1');
  const reader = new DatabaseSync(join(folder, 'app.db'));
  reader.exec('begin');
  reader.prepare('select count(*) from idempotency_records').get(); // pins the write-ahead log

  await createDeliver(app.app)({ topic: 'customers/redact', body: BODIES.customerRedact(990_042) });
  await expect.poll(isCompleted).toBe(true);
  await app.app.privacyQueue.processPending();
  expect(await filesWith(MARKER)).not.toEqual([]);

  reader.close();
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(() => filesWith(MARKER)).toEqual([]);
});
