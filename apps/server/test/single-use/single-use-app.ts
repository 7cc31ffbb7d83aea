import { createSessionTokenVerifier } from '@session-token/token-verify';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { sessionOf, sessionTokenGuard } from '../../src/session-token/guard.ts';
import { readIdempotencyKey } from '../../src/single-use/idempotency-key.ts';
import { sendAnswer } from '../../src/single-use/route.ts';
import { CLIENT_ID, createTestApp, NOW, SECRET, type TestApp, type TestAppOptions } from '../test-app.ts';

export interface SingleUseApp extends TestApp {
  /** Mints for customer 42 unless the claims say otherwise. */
  mint: TestApp['mint'];
  /** Asks for a write of `points`. */
  write: (token: string, points: number, key?: string) => Promise<LightMyRequestResponse>;
  /** What was written, in order. */
  written: () => Promise<number[]>;
  /** Runs in the transaction of each write, after the change. */
  during: { write: () => Promise<void> };
  claimCount: () => Promise<number>;
  /** Deletes what was written, and all claims. */
  forgetAll: () => Promise<void>;
}

/**
 * The real app with one more route, which adds a row a write: it refuses `points: 13`, and what it
 * answers tells one run from another.
 */
export async function createSingleUseApp(options: TestAppOptions): Promise<SingleUseApp> {
  const during = { write: async () => {} };
  const { now = () => NOW } = options;
  const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now });
  const testApp = await createTestApp({
    ...options,
    extend: (app) => {
      app.register(
        async (scope) => {
          await scope.register(sessionTokenGuard, { verifier });
          scope.post('/write', { config: { callers: ['buyer'] } }, async (request, reply) => {
            const session = sessionOf(request, 'buyer');
            const { points } = request.body as { points: number };
            const key = readIdempotencyKey(request.raw);
            const result = await app.singleUse.run(
              { session, route: 'POST /write', key, request: { points } },
              async (transaction) => {
                if (points === 13) return { refusal: 'not_found' };
                await sql`insert into writes (points) values (${points})`.execute(transaction);
                await during.write();
                return { status: 201, body: { points, run: Math.random() } };
              },
            );
            return sendAnswer(reply, result);
          });
        },
        { prefix: '/test' },
      );
    },
  });
  const { app, mint } = testApp;
  await app.database.read((db) => sql`create table if not exists writes (points integer)`.execute(db));
  return {
    ...testApp,
    mint: (claims) => mint({ sub: 'gid://shopify/Customer/42', ...claims }),
    during,
    write: (token, points, key) =>
      app.inject({
        method: 'POST',
        url: '/test/write',
        headers: {
          authorization: `Bearer ${token}`,
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        payload: { points },
      }),
    async written() {
      const select = sql<{ points: number }>`select points from writes`;
      return (await app.database.read((db) => select.execute(db))).rows.map(({ points }) => points);
    },
    async forgetAll() {
      during.write = async () => {};
      await app.database.read((db) => sql`delete from writes`.execute(db));
      await app.database.read((db) => db.deleteFrom('single_use_claims').execute());
    },
    async claimCount() {
      const rows = await app.database.read((db) =>
        db.selectFrom('single_use_claims').select('claim').execute(),
      );
      return rows.length;
    },
  };
}
