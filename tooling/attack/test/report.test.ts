import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../src/evaluate.ts';
import { FINDING_IDS, FINDINGS } from '../src/findings/catalog.ts';
import { readBaseline, writeBaseline } from '../src/report/baseline.ts';
import { formatJson } from '../src/report/json.ts';
import { formatJunit } from '../src/report/junit.ts';
import { createReport } from '../src/report/report.ts';
import { formatText } from '../src/report/text.ts';
import type { AttackRun } from '../src/run.ts';
import { SEVERITIES } from '../src/severity.ts';
import { UsageError } from '../src/usage-error.ts';
import { OPTIONS } from './attack-server.ts';

const result = (name: string, tests: Result['tests'], findings: Result['findings'] = []): Result => ({
  ...{ name, tests, findings, expected: 'rejected', outcome: findings.length > 0 ? 'accepted' : 'rejected' },
  status: findings.length > 0 ? 200 : 401,
});

const RUN: AttackRun = {
  state: 'complete',
  requests: 5,
  waitedMs: 0,
  results: [
    result('no exp', 'times/no-expiry', ['times/no-expiry']),
    result('a "list" & <more>', 'audience/list', ['audience/list', 'leak/claims']),
    result('another list', 'audience/list', ['audience/list']),
    result('no aud', 'audience/missing'),
    result('no signature', 'signature/missing'),
  ],
};
const report = (run: Partial<AttackRun> = {}, options: Partial<Parameters<typeof createReport>[1]> = {}) =>
  createReport({ ...RUN, ...run }, { failOn: 'high', baseline: {}, ...options });

describe('the report', () => {
  test('groups attacks by finding, the most severe first', () => {
    expect(report().findings.map(({ id, attacks }) => [id, attacks.length])).toEqual([
      ['times/no-expiry', 1],
      ['leak/claims', 1],
      ['audience/list', 2],
    ]);
  });

  test.each([
    ['critical', false],
    ['high', true],
    ['medium', true],
    ['low', true],
  ] as const)('with a high finding and --fail-on %s: failed is %s', (failOn, failed) => {
    expect(report({}, { failOn }).failed).toBe(failed);
  });

  test('does not fail on known findings, but on another attack with the same finding', () => {
    const baseline = { 'times/no-expiry': ['no exp'], 'audience/list': ['another list'] };
    expect(report({}, { baseline }).failed).toBe(false);
    expect(report({}, { baseline, failOn: 'low' })).toMatchObject({
      failed: true,
      findings: [
        { newAttacks: [] },
        { newAttacks: ['a "list" & <more>'] },
        { newAttacks: ['a "list" & <more>'] },
      ],
    });
  });

  test('names what is fixed since the baseline, if the run is complete', () => {
    const baseline = { 'signature/missing': ['no signature'], 'times/no-expiry': ['no exp'] };
    expect(report({}, { baseline }).fixed).toEqual(['signature/missing: no signature']);
    expect(report({ state: 'incomplete', reason: '' }, { baseline }).fixed).toEqual([]);
  });

  test('shows each finding with its severity, gain and fix', () => {
    const text = formatText(report(), (_code, part) => part);
    const { title, gain, fix } = FINDINGS['times/no-expiry'];
    for (const part of ['high      ', title, `Gain     ${gain}`, `Fix      ${fix}`, 'Attacks  "no exp"']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('times             1            0  1 high');
    expect(text).toContain('leak                              1 low');
    expect(text).toContain('Failed: new findings of severity high or worse. 3 findings, 5 requests.');
  });

  test('shows no findings if the run is void', () => {
    const text = formatText(report({ state: 'void', reason: 'Because.' }), (_code, part) => part);
    expect(text).toBe('The result is void. Because.\n');
  });
});

describe('JUnit', () => {
  test('has a failure for each attack with a new finding that fails the run', () => {
    const xml = formatJunit(report());
    expect(xml).toContain('<testsuite name="audience" tests="3" failures="0" errors="0" skipped="0">');
    expect(xml).toContain('<testsuite name="times" tests="1" failures="1" errors="0" skipped="0">');
    expect(xml).toMatch(/name="no exp"><failure message="high times\/no-expiry: /);
    expect(xml).toMatch(/name="a &#34;list&#34; &#38; &#60;more&#62;"><system-out>low leak\/claims/);
    expect(xml).toContain('name="no signature"/>');
  });

  test('skips known findings', () => {
    const xml = formatJunit(report({}, { baseline: { 'times/no-expiry': ['no exp'] } }));
    expect(xml).toMatch(/name="no exp"><skipped message="high times\/no-expiry: /);
  });

  test('has an error if the run is void', () => {
    const xml = formatJunit(report({ state: 'void', reason: 'It answered "\u0000<401>".' }));
    expect(xml).toContain(
      '<error message="The result is void. It answered &#34;\ufffd&#60;401&#62;&#34;."/>',
    );
  });
});

test('JSON contains every result and not the secret', () => {
  const json = formatJson(report(), { ...OPTIONS, target: 'http://localhost/' }, new Date(0));
  expect(JSON.parse(json)).toMatchObject({
    version: 1,
    target: 'http://localhost/',
    state: 'complete',
    failed: true,
  });
  expect(JSON.parse(json).results).toHaveLength(5);
  expect(json).not.toContain(OPTIONS.secret);
});

describe('a baseline', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'attack-baseline-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  test('contains the findings of a report, which are then known', () => {
    const file = join(directory, 'known.json');
    writeBaseline(file, report().findings);
    const baseline = readBaseline(file, { mayBeMissing: false });
    expect(baseline).toEqual({
      'times/no-expiry': ['no exp'],
      'audience/list': ['a "list" & <more>', 'another list'],
      'leak/claims': ['a "list" & <more>'],
    });
    expect(report({}, { baseline, failOn: 'info' }).failed).toBe(false);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{\n {2}"version": 1,/);
  });

  test('may be missing only if it is written', () => {
    const file = join(directory, 'none.json');
    expect(readBaseline(file, { mayBeMissing: true })).toEqual({});
    expect(() => readBaseline(file, { mayBeMissing: false })).toThrow('--update-baseline creates it');
  });

  test.each([
    '',
    '[]',
    '{"version":2,"findings":{}}',
    '{"version":1}',
    '{"version":1,"findings":{"x/y":[]}}',
    '{"version":1,"findings":{"leak/token":[1]}}',
  ])('is not %j', (text) => {
    const file = join(directory, 'wrong.json');
    writeFileSync(file, text);
    expect(() => readBaseline(file, { mayBeMissing: true })).toThrow(UsageError);
  });
});

test('every finding says what it is in sentences', () => {
  for (const id of FINDING_IDS) {
    const { severity, title, gain, fix } = FINDINGS[id];
    expect(SEVERITIES).toContain(severity);
    expect(title).toMatch(/[^.]$/);
    expect(gain).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
  }
});
