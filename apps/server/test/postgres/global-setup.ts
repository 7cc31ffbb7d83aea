import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from './embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Provides one PostgreSQL for the whole run: the one that `TEST_DATABASE_URL` names, or an embedded one. */
export default async function setUp({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  // biome-ignore lint/style/noProcessEnv: a setting of the tests
  const named = process.env.TEST_DATABASE_URL;
  if (named) {
    provide('postgresUrl', named);
    return undefined;
  }
  const postgres = await startEmbeddedPostgres();
  provide('postgresUrl', postgres.url);
  return postgres.stop;
}
