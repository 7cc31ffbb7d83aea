import { createSessionTokenVerifier } from '@session-token/token-verify';
import type { FastifyReply, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { IdempotentOptions } from '../../src/idempotency/plugin.ts';
import { sessionTokenGuard } from '../../src/session-token/guard.ts';
import { CLIENT_ID, createTestApp, NOW, SECRET, type TestApp, type TestAppOptions } from '../test-app.ts';

export interface WritesApp extends TestApp {
  /** Mints for customer 42 unless the claims say otherwise. */
  mint: TestApp['mint'];
  asStaff: () => string;
  /** Writes `points`: 13 fails with `not_found`, and 0 changes nothing. */
  write: (token: string, points: number, key?: string) => Promise<LightMyRequestResponse>;
  /** Sends any body to any of the routes below `/test`. */
  post: (path: string, token: string, body: object, key?: string) => Promise<LightMyRequestResponse>;
  /** Points written so far, in order. */
  written: () => Promise<number[]>;
  /** Runs in the transaction of each write, after the change. */
  during: { write: () => Promise<void> };
  records: () => Promise<Array<{ shop: string; customer_id: string | null; response: string }>>;
  /** Deletes everything written, and all records. */
  reset: () => Promise<void>;
}

const WRITE_CODES = ['idempotency_key_reused', 'idempotency_in_progress', 'database_unavailable'] as const;
const errorCodes = [
  ...WRITE_CODES,
  'idempotency_key_invalid',
  'idempotency_key_required',
  'not_found',
] as const;

/** The real app with routes that add a row per write. The response differs from run to run. */
export async function createWritesApp(options: TestAppOptions = {}): Promise<WritesApp> {
  const during = { write: async () => {} };
  const { now = () => NOW } = options;
  const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now });
  const testApp = await createTestApp({
    ...options,
    extend: (app) => {
      const writePoints =
        (writeOptions: IdempotentOptions = {}) =>
        async (request: FastifyRequest, reply: FastifyReply) => {
          const { points, padding } = request.body as { points: number; padding?: string };
          return app.idempotent(
            request,
            reply,
            async (transaction) => {
              if (points === 13) return { error: 'not_found' };
              await sql`insert into writes (points) values (${points})`.execute(transaction);
              await during.write();
              const body = { points, run: Math.random(), ...(padding && { padding }) };
              return { status: 201, body, unchanged: points === 0 };
            },
            writeOptions,
          );
        };
      app.register(
        async (scope) => {
          await scope.register(sessionTokenGuard, { verifier });
          const buyer = { config: { callers: ['buyer'], errorCodes } } as const;
          const staff = { config: { callers: ['staff'], errorCodes } } as const;
          scope.post('/write', buyer, writePoints());
          scope.post('/other', buyer, writePoints());
          scope.put('/write', buyer, writePoints());
          scope.post('/key-required', buyer, writePoints({ requireKey: true }));
          scope.post('/customers/:customerId', staff, writePoints());
          scope.post('/about-nobody', staff, writePoints({ customerId: null }));
          scope.post('/about-43', staff, writePoints({ customerId: '43' }));
          scope.post('/unclear', staff, writePoints());
          const all = { config: { callers: ['buyer', 'staff'], errorCodes } } as const;
          scope.post('/anyone', all, writePoints({ customerId: null }));
        },
        { prefix: '/test' },
      );
    },
  });
  const { app, mint } = testApp;
  await app.database.read((db) => sql`create table if not exists writes (points integer)`.execute(db));
  const post: WritesApp['post'] = (path, token, payload, key) =>
    app.inject({
      method: 'POST',
      url: `/test/${path}`,
      headers: { authorization: `Bearer ${token}`, ...(key !== undefined && { 'idempotency-key': key }) },
      payload,
    });
  return {
    ...testApp,
    mint: (claims) => mint({ sub: 'gid://shopify/Customer/42', ...claims }),
    asStaff: () => mint({ sub: '91' }, { surface: 'pos' }),
    during,
    post,
    write: (token, points, key) => post('write', token, { points }, key),
    async written() {
      const select = sql<{ points: number }>`select points from writes`;
      return (await app.database.read((db) => select.execute(db))).rows.map(({ points }) => points);
    },
    async reset() {
      during.write = async () => {};
      await app.database.read((db) => sql`delete from writes`.execute(db));
      await app.database.read((db) => db.deleteFrom('idempotency_records').execute());
    },
    records: () =>
      app.database.read((db) =>
        db.selectFrom('idempotency_records').select(['shop', 'customer_id', 'response']).execute(),
      ),
  };
}
