import { describe, expect, test } from 'vitest';
import type { PageReport } from '../src/contract/report.ts';
import { judge, parseExpectation } from '../src/node/render/expectations.ts';

type Judged = Pick<PageReport, 'outcome' | 'text' | 'problems'>;

const outcome = (kind: string, code?: string) => ({ kind, title: '', what: '', ...(code && { code }) });
const VERIFIED: Judged = { outcome: outcome('verified'), text: 'Hello\nJoin', problems: [] };
const EXPIRED: Judged = { ...VERIFIED, outcome: outcome('rejected', 'expired') };
const THREW: Judged = { ...VERIFIED, problems: [{ message: 'boom at checkout' }] };

const exitCode = (report: Judged, written: string[], settled = true) =>
  judge(report, { expected: written.map((text) => parseExpectation(text, 'Usage')), settled }).exitCode;

describe('--expect', () => {
  test.each([
    [VERIFIED, 'verified', 'rejected'],
    [EXPIRED, 'expired', 'wrong_audience'],
    [EXPIRED, 'rejected', 'verified'],
    [VERIFIED, 'text:Hello', 'text:hello'],
    [THREW, 'error:boom', 'error:bang'],
  ])('of %j is met by %s and not by %s', (report, met, unmet) => {
    expect(exitCode(report, [met])).toBe(0);
    expect(exitCode(report, [unmet])).toBe(1);
  });

  test('must be met each time that it is given', () => {
    expect(exitCode(VERIFIED, ['verified', 'text:Join'])).toBe(0);
    expect(exitCode(VERIFIED, ['verified', 'text:Leave'])).toBe(1);
  });

  test.each(['', 'text:', 'error:', 'is verified', 'tree:s-banner'])('"%s" is rejected', (written) => {
    expect(() => parseExpectation(written, 'Usage')).toThrow('--expect takes');
  });

  test('a text may have any characters', () => {
    expect(parseExpectation('text:10 %: "a"\nb', 'Usage')).toMatchObject({ value: '10 %: "a"\nb' });
  });
});

describe('the exit code', () => {
  test.each(['verified', 'waiting', 'no-network'])('is 0 for the outcome %s', (kind) => {
    expect(exitCode({ ...VERIFIED, outcome: outcome(kind) }, [])).toBe(0);
  });

  test.each(['rejected', 'answered', 'unreachable', 'refused', 'no-token', 'pending'])(
    'is 1 for the outcome %s',
    (kind) => {
      expect(exitCode({ ...VERIFIED, outcome: outcome(kind) }, [])).toBe(1);
    },
  );

  test('is 2 for a response that the browser withholds, unless that is expected', () => {
    const blocked = { ...VERIFIED, outcome: outcome('blocked') };
    expect(exitCode(blocked, [])).toBe(2);
    expect(exitCode(blocked, ['verified'])).toBe(2);
    expect(exitCode(blocked, ['blocked'])).toBe(0);
  });

  test('is 1 if the extension threw an error that is not expected', () => {
    expect(exitCode(THREW, [])).toBe(1);
    expect(exitCode(THREW, ['verified'])).toBe(1);
    expect(exitCode(THREW, ['verified', 'error:boom'])).toBe(0);
  });

  test('is 1 without expectations if the time limit ended the run', () => {
    expect(exitCode(VERIFIED, [], false)).toBe(1);
    expect(exitCode(VERIFIED, ['text:Hello'], false)).toBe(0);
  });
});
