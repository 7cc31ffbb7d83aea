import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const SOURCES = join(import.meta.dirname, '../src');
const SECRET = '0123456789abcdef'.repeat(2);
/** Some settings are read only if others have certain values. */
const ENVIRONMENTS: Array<Record<string, string>> = [
  {},
  { SHOPIFY_API_KEY: 'client-id', SHOPIFY_API_SECRET: SECRET, DATABASE_URL: 'file:app.db' },
  {
    SHOPIFY_API_KEY: 'client-id',
    SHOPIFY_API_SECRET: SECRET,
    DATABASE_URL: 'postgres://db/app',
    METRICS_PORT: '1',
  },
];

/** Returns the names of all variables that `readConfig` looks at. */
function namesRead(): string[] {
  const names = new Set<string>();
  for (const values of ENVIRONMENTS) {
    const env = new Proxy(values, {
      get: (target, name) => {
        names.add(String(name));
        return target[String(name)];
      },
    });
    try {
      readConfig(env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
  }
  return [...names].toSorted();
}

test('.env.example has every setting that the server reads, and no other', async () => {
  const example = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');
  const names = [...example.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!);

  expect(names.toSorted()).toEqual(namesRead());
});

test('.env.example explains every setting and holds no secret', async () => {
  const example = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');
  for (const block of example.trim().split(/\n{2,}/)) expect(block).toMatch(/^# \S/);
  for (const [line] of example.matchAll(/^(?:.*(?:SECRET|PASSWORD)|\w+_FILE).*=.*$/gm))
    expect(line).toMatch(/=$/);
});

test('config.ts alone reads the environment', async () => {
  const files = globSync('**/*.ts', { cwd: SOURCES }).filter((file) => file !== 'config.ts');
  const readers = files.filter((file) => /\benv\b/.test(readFileSync(join(SOURCES, file), 'utf8')));

  expect(files.length).toBeGreaterThan(50);
  expect(readers, 'pass the setting in').toEqual([]);
});
