import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { createDatabase } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { QUIET } from './databases.ts';

const databaseUrl = new URL(await createPostgresDatabase());
const sockets = new Set<Socket>();

/** A proxy between the pool and PostgreSQL that can lose connections without closing them, as a network does. */
const proxy = createServer((client) => {
  const server = connect(Number(databaseUrl.port), databaseUrl.hostname);
  client.pipe(server).pipe(client);
  for (const socket of [client, server]) {
    socket.on('error', () => {});
    sockets.add(socket);
  }
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
const url = new URL(databaseUrl);
url.hostname = '127.0.0.1';
url.port = String((proxy.address() as AddressInfo).port);

function silenceOpenConnections(): void {
  for (const socket of sockets) socket.unpipe().pause();
}

describe('a PostgreSQL whose connections no longer respond', () => {
  const closers: Array<() => Promise<void>> = [];
  afterAll(async () => {
    await Promise.all(closers.map((close) => close()));
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });

  test('is unavailable after the time limit, and the next query gets a new connection', async () => {
    const timeoutsMs = { connect: 500, answer: 300 };
    const adapter = await openPostgres({ url: url.href, poolSize: 2, timeoutsMs }, QUIET.logger);
    const database = await createDatabase(adapter, QUIET);
    closers.push(database.close);
    const ask = () => database.read((db) => sql`select 1 as one`.execute(db)).then(({ rows }) => rows);
    const write = () => database.write((transaction) => sql`select 2 as two`.execute(transaction));
    await Promise.all([ask(), ask()]); // both connections of the pool are open

    silenceOpenConnections();
    const silent = await Promise.allSettled([ask(), write()]);

    for (const outcome of silent) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'database_unavailable' } });
    }
    expect(await ask()).toEqual([{ one: 1 }]);
    expect((await write()).rows).toEqual([{ two: 2 }]);
  });
});
