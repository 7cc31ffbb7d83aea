import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';
import { ConnectionError, endsConnection, isServerError } from './postgres-errors.ts';

/**
 * Adapts the pool for Kysely. Closes a connection that broke, no longer responds or became read-only, so that no
 * query gets it.
 */
export function dropUnresponsive(pool: Pool): PostgresPool {
  const ignore = () => {}; // without a listener, `error` ends the process; the next statement fails anyway
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw new ConnectionError(error);
      });
      let isUnresponsive = false;
      async function query(statement: string, parameters: readonly unknown[]) {
        try {
          return await client.query(statement, [...parameters]);
        } catch (error) {
          // The next query must not get a transaction without time limits.
          isUnresponsive ||= endsConnection(error) || statement.startsWith('begin');
          throw isServerError(error) ? error : new ConnectionError(error);
        }
      }
      return {
        query: query as unknown as PostgresPoolClient['query'], // the overload for cursors is not used
        release: (destroy) => client.release(isUnresponsive || destroy === true),
      };
    },
  };
}
