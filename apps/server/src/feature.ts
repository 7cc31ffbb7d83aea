import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyPluginAsync } from 'fastify';
import type { Migration } from 'kysely/migration';
import type {} from './database/plugin.ts'; // types of the app's decorators
import type { ErrorEntry } from './http/errors/error-table.ts';
import type {} from './idempotency/plugin.ts';
import type { PersonalData } from './privacy/personal-data.ts';

/** The parts that one folder adds to the server. */
export interface Feature {
  /** Routes below `/api`, behind the session-token guard. */
  routes?: FastifyPluginAsync;
  /** Migrations by name, which starts with a number or a date. A released migration never changes. */
  migrations?: Readonly<Record<string, Migration>>;
  /** Status and message of the error codes that only this feature throws. */
  errors?: Readonly<Partial<Record<ApiErrorCode, ErrorEntry>>>;
  /** Exports and erases the customer data of the feature's tables. */
  personalData?: PersonalData;
}
