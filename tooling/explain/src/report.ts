import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { formatSpecimen, type TokenExplanation } from '@session-token/token-verify/explain';

type Check = TokenExplanation['checks'][number];
type Format = Parameters<typeof styleText>[0];

/** Everything but the decoded token. */
export function jsonReport({
  unverifiedHeader: _header,
  unverifiedClaims: _claims,
  ...report
}: TokenExplanation): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The verdict, each check with what to do, and the specimen. Colored if `stream` is a terminal. */
export function textReport(explanation: TokenExplanation, stream: Writable): string {
  const style = (format: Format, text: string) => styleText(format, text, { stream });
  const { checks, specimen } = explanation;
  return [
    ...verdictLines(explanation, style),
    '',
    ...checks.flatMap((check) => checkLines(check, style)),
    '',
    'Specimen, without any values: safe to paste into an issue.',
    '',
    ...formatSpecimen(specimen)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    ...surpriseLines(explanation),
    '',
  ].join('\n');
}

type Style = (format: Format, text: string) => string;

function verdictLines(
  { verdict, code, claim, checks, isCodeCertain, holder, shop }: TokenExplanation,
  style: Style,
): string[] {
  const missing = checks.flatMap((check) =>
    check.status === 'not checked' ? check.title.toLowerCase() : [],
  );
  const whose = holder ? `${HOLDERS[holder]} of ${shop}` : '';
  if (verdict === 'accepted') return [style('green', `Accepted: the token belongs to ${whose}.`)];
  if (verdict === 'undecided') {
    return [
      style('yellow', `Undecided. Not checked: ${missing.join(', ')}. Every other check passed.`),
      `By its claims, it belongs to ${whose}.`,
    ];
  }
  const failed = checks.find((check) => check.status === 'failed');
  return [
    `${style('red', `Rejected: ${code}${claim === undefined ? '' : ` (${claim})`}.`)} ${failed?.message ?? ''}`,
    ...(isCodeCertain ? [] : ['The server may find another fault first, in a check that was not made here.']),
  ];
}

const HOLDERS = {
  guest: 'a guest (or a customer whose id the app may not read)',
  customer: 'a customer',
  staff: 'a staff member',
} as const;

/** Hints on how to supply what a check lacks. */
const HINTS: Record<string, string> = {
  'no client id was given': '; set SHOPIFY_API_KEY',
  'no client secret was given': '; set SHOPIFY_API_SECRET',
};

const TITLE_WIDTH = 18;

function checkLines(check: Check, style: Style): string[] {
  const title = check.title.padEnd(TITLE_WIDTH);
  if (check.status === 'not checked') {
    const hint = Object.hasOwn(HINTS, check.reason) ? HINTS[check.reason] : '';
    return [`${style('yellow', '?')} ${title}not checked: ${check.reason}${hint}`];
  }
  if (check.status === 'passed') return [`${style('green', '✓')} ${title}${check.found}`];
  const indent = ' '.repeat(TITLE_WIDTH + 2);
  return [
    `${style('red', '✗')} ${title}${check.found}`,
    `${indent}expected: ${check.expected}`,
    `${indent}to do: ${check.remedy}`,
  ];
}

function surpriseLines({ specimen, verdict }: TokenExplanation): string[] {
  if (specimen.surprises.length === 0) return [];
  const advice =
    verdict === 'rejected' ? 'If Shopify issued this token' : 'If this token comes from a real shop';
  return [
    '',
    'Some of its forms appear in no public source ("not seen before").',
    `${advice}, please report the specimen in an issue.`,
  ];
}
