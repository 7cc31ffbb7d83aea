import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_TABLE } from '../../../apps/server/src/features.ts';
import type { ApiFailure } from '../../../packages/extension-client/src/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const document = read('docs/troubleshooting.md');

/** The codes in the headings, with what their sections say about them. */
const sections = [...document.matchAll(/^### (`\w+`(?:, `\w+`)*)\n\n((?:- .+\n(?: {2}.+\n)*)+)/gm)].flatMap(
  ([, heading, items = '']) =>
    [...heading!.matchAll(/\w+/g)].map(([code]) => ({
      code,
      status: /^- \*\*Status:\*\* (\d{3})$/m.exec(items)?.[1],
      isComplete: /^- \*\*Causes:\*\* \S/m.test(items) && /^- \*\*Fix:\*\* \S/m.test(items),
    })),
);

describe('docs/troubleshooting.md', () => {
  test('has every code of the API with its status, and no other', () => {
    const documented = sections.filter(({ status }) => status).map(({ code, status }) => `${code} ${status}`);
    const expected = Object.entries(ERROR_TABLE).map(([code, { status }]) => `${code} ${status}`);
    expect(documented.toSorted()).toEqual(expected.toSorted());
  });

  test('gives causes and a fix for each', () => {
    expect(sections.length).toBeGreaterThan(30);
    expect(sections.filter(({ isComplete }) => !isComplete)).toEqual([]);
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
    const documented = sections.filter(({ status }) => !status).map(({ code }) => code);
    expect(documented.toSorted()).toEqual(Object.keys(reasons).toSorted());
  });
});
