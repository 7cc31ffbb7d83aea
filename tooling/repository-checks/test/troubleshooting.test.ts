import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_TABLE } from '../../../apps/server/src/features.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const document = read('docs/troubleshooting.md');

describe('docs/troubleshooting.md', () => {
  test('has every code of the API with its status, its causes and what to do, and no other', () => {
    const rows = [...document.matchAll(/^\| `(\w+)` +\| (\d{3}) +\| \S[^|]*\| \S[^|]*\|$/gm)];
    const expected = Object.entries(ERROR_TABLE).map(([code, { status }]) => `${code} ${status}`);
    expect(rows.map(([, code, status]) => `${code} ${status}`).toSorted()).toEqual(expected.toSorted());
  });

  test.each(globSync('apps/*-extension/locales/en.default.json', { cwd: ROOT }))(
    'names every heading that a failure has in %s',
    (path) => {
      const { refused, ...texts } = JSON.parse(read(path));
      const topics = [
        'offline',
        'fetch_blocked',
        'invalid_base_url',
        'unexpected_response',
        'timeout',
        'no_token',
      ];
      const failures = [...Object.values(refused), ...topics.map((topic) => texts[topic])];
      expect(failures.length).toBeGreaterThan(topics.length);
      for (const { heading } of failures as { heading: string }[]) expect(document).toContain(heading);
    },
  );
});
