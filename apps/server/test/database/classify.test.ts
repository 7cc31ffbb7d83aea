import { describe, expect, test } from 'vitest';
import type { DatabaseAdapter } from '../../src/database/adapter.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { openSqlite } from '../../src/database/sqlite.ts';
import { QUIET } from './databases.ts';

const postgres = await openPostgres({ url: 'postgres://localhost/app', poolSize: 1 }, QUIET.logger);
const sqlite = openSqlite(':memory:');

const kindOf = (adapter: DatabaseAdapter, fields: object) =>
  adapter.classify(Object.assign(new Error('x'), fields))?.kind;

/** Codes that would need a broken machine to test with a real database. */
describe('PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html)', () => {
  test.each([
    '08006', // connection failure
    '25006', // read-only transaction
    '25P03', // idle in transaction
    '25P04', // transaction timeout
    '40001', // serialization failure
    '40P01', // deadlock
    '53100', // disk full
    '53200', // out of memory
    '53300', // too many connections
    '55P03', // lock not available
    '57014', // statement timeout
    '57P01', // shutdown by the administrator
    '57P02', // crash
    '57P03', // starting up
    '58030', // I/O error
    'XX000', // internal error, and most errors of poolers
  ])('%s is unavailable', (code) => {
    expect(kindOf(postgres, { code, severity: 'ERROR' })).toBe('unavailable');
  });

  test.each(['0A000', '22003', '23505', '25001', '25P02', '42501', '42P01', 'P0001'])(
    '%s is the fault of the statement',
    (code) => {
      expect(kindOf(postgres, { code, severity: 'ERROR' })).toBe('rejected');
    },
  );
});

describe('SQLite (sqlite.org/rescode.html)', () => {
  test.each([
    3, // no permission
    5, // busy
    6, // locked
    7, // out of memory
    8, // read-only
    10, // I/O error
    778, // I/O error while writing
    11, // corrupt
    13, // full
    14, // cannot open
    15, // locking protocol
    26, // not a database
  ])('%i is unavailable', (errcode) => {
    expect(kindOf(sqlite, { code: 'ERR_SQLITE_ERROR', errcode })).toBe('unavailable');
  });

  test.each([1, 12, 18, 19, 2067, 20, 25])('%i is the fault of the statement', (errcode) => {
    expect(kindOf(sqlite, { code: 'ERR_SQLITE_ERROR', errcode })).toBe('rejected');
  });
});

test.each([
  ['PostgreSQL', postgres],
  ['SQLite', sqlite],
])('%s: does not classify an error of other code', (_name, adapter) => {
  expect(kindOf(adapter, {})).toBeUndefined();
  expect(kindOf(adapter, { code: 'ECONNREFUSED', syscall: 'connect' })).toBeUndefined();
  expect(kindOf(adapter, { code: '23505' })).toBeUndefined();
  expect(adapter.classify(undefined)).toBeUndefined();
  expect(adapter.classify('text')).toBeUndefined();
});
