import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_TABLE } from '../../../apps/server/src/features.ts';
import type { ApiFailure } from '../../../packages/extension-client/src/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const document = read('docs/troubleshooting.md');

describe('docs/troubleshooting.md', () => {
  test('has every code of the API with its status, its causes and what to do, and no other', () => {
    const rows = [...document.matchAll(/^\| `(\w+)` +\| (\d{3}) +\| \S[^|]*\| \S[^|]*\|$/gm)];
    const expected = Object.entries(ERROR_TABLE).map(([code, { status }]) => `${code} ${status}`);
    expect(rows.map(([, code, status]) => `${code} ${status}`).toSorted()).toEqual(expected.toSorted());
  });

  test('has every reason for a call without an error code', () => {
    const reasons: Record<Exclude<ApiFailure['reason'], 'rejected' | 'aborted'>, true> = {
      invalid_base_url: true,
      token_withheld: true,
      token_failed: true,
      fetch_blocked: true,
      offline: true,
      timeout: true,
      unexpected_response: true,
    };
    for (const reason of Object.keys(reasons))
      expect(document).toMatch(new RegExp(`^\\| .*\`${reason}\``, 'm'));
  });
});
