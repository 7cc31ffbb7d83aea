import type { PageReport } from '../../contract/report.ts';
import { SetupError } from '../setup-error.ts';
import { EXIT, type ExitCode } from '../terminal/exit-codes.ts';

/**
 * `outcome`: the kind of the outcome, or the code of a rejection. `text`: part of what the extension shows.
 * `error`: part of the message of an error that it threw.
 */
export interface Expectation {
  kind: 'outcome' | 'text' | 'error';
  value: string;
  /** As written. */
  written: string;
}

/** @throws SetupError for anything but an outcome, a code, `text:…` or `error:…`. The message ends in `usage`. */
export function parseExpectation(written: string, usage: string): Expectation {
  const [, kind, text] = /^(text|error):(.*)$/s.exec(written) ?? [];
  if (kind && text) return { kind: kind as 'text' | 'error', value: text, written };
  if (/^[\w-]+$/.test(written)) return { kind: 'outcome', value: written, written };
  throw new SetupError(
    `--expect takes an outcome such as verified, a code such as expired, text:<part of a text> or error:<part of a message>. ${usage}`,
  );
}

type Judged = Pick<PageReport, 'outcome' | 'text' | 'problems'>;

function isMet({ kind, value }: Expectation, { outcome, text, problems }: Judged): boolean {
  if (kind === 'text') return text.includes(value);
  if (kind === 'error') return problems.some(({ message }) => message.includes(value));
  return outcome.kind === value || outcome.code === value;
}

export interface Judgment {
  exitCode: ExitCode;
  expectations: { expected: string; met: boolean }[];
}

/** Outcomes that fail nothing by themselves: an extension need not call a server. */
const GOOD: readonly string[] = ['verified', 'waiting', 'no-network'];

/** Judges a run by its expectations; without any, it must settle, and its requests must not fail. */
export function judge(
  report: Judged,
  { expected, settled }: { expected: readonly Expectation[]; settled: boolean },
): Judgment {
  const expectations = expected.map((expectation) => ({
    expected: expectation.written,
    met: isMet(expectation, report),
  }));
  const areMet = expectations.every(({ met }) => met);
  const isGood = expected.length > 0 ? areMet : settled && GOOD.includes(report.outcome.kind);
  // An error of the extension is never as expected, unless it is named.
  const isErrorExpected = expected.some(({ kind }) => kind === 'error');
  const isClean = report.problems.length === 0 || isErrorExpected;
  return { expectations, exitCode: isGood && isClean ? EXIT.asExpected : failureOf(report) };
}

const failureOf = ({ outcome }: Judged) => (outcome.kind === 'blocked' ? EXIT.blocked : EXIT.notAsExpected);
