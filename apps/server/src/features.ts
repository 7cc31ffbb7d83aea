import type { Migration } from 'kysely/migration';
import type { Feature } from './feature.ts';
import { createErrorTable } from './http/errors/error-table.ts';
import { idempotency } from './idempotency/feature.ts';
import { loyalty } from './loyalty/feature.ts';
import { privacy } from './privacy/feature.ts';
import type { PersonalData } from './privacy/personal-data.ts';
import { sessionToken } from './session-token/feature.ts';

/** Every feature of the server. The key names the feature's section in a customer's data export. */
export const FEATURES: Readonly<Record<string, Feature>> = {
  sessionToken,
  idempotency,
  privacy,
  loyalty,
};

const features = Object.values(FEATURES);

export const MIGRATIONS: Readonly<Record<string, Migration>> = merge(features.map((f) => f.migrations));

export const ERROR_TABLE = createErrorTable(merge(features.map((f) => f.errors)));

export const PERSONAL_DATA: Readonly<Record<string, PersonalData>> = Object.fromEntries(
  Object.entries(FEATURES).flatMap(([name, { personalData }]) =>
    personalData ? [[name, personalData]] : [],
  ),
);

/** @throws {TypeError} if two features use the same key */
function merge<Value>(
  parts: ReadonlyArray<Readonly<Record<string, Value>> | undefined>,
): Record<string, Value> {
  const merged: Record<string, Value> = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (Object.hasOwn(merged, key)) throw new TypeError(`two features define ${key}`);
    merged[key] = value;
  }
  return merged;
}
