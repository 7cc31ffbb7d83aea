import { expect, test } from 'vitest';
import { ERROR_TABLE, FEATURES, MIGRATIONS, PERSONAL_DATA } from '../src/features.ts';
import { createErrorTable, PLATFORM_ERRORS } from '../src/http/errors/error-table.ts';

const ENTRY = { status: 418, message: 'A feature speaks.', retryable: false };

test('uses everything that a feature declares', () => {
  for (const [name, { migrations, errors, personalData }] of Object.entries(FEATURES)) {
    expect(MIGRATIONS).toMatchObject(migrations ?? {});
    expect(ERROR_TABLE).toMatchObject(errors ?? {});
    expect(PERSONAL_DATA[name]).toBe(personalData);
  }
});

test('rejects a feature that redefines an error of the platform', () => {
  expect(() => createErrorTable({ not_found: ENTRY })).toThrow('a feature redefines not_found');
});

test('rejects an error code without a status', () => {
  const known = Object.keys(PLATFORM_ERRORS);
  const missing = Object.keys(ERROR_TABLE).filter((code) => !known.includes(code));
  if (missing.length === 0) return void expect(createErrorTable({})).toEqual(ERROR_TABLE);
  expect(() => createErrorTable({})).toThrow(`no status and message for ${missing.join(', ')}`);
});
