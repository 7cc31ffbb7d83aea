import { SEVERITIES, type Severity } from '../severity.ts';
import type { Report, ReportedFinding } from './report.ts';

/** Writes text in a color of the terminal, or unchanged. */
export type Paint = (code: number, text: string) => string;

const COLORS: Record<Severity, number> = { critical: 31, high: 31, medium: 33, low: 36, info: 2 };
/** Attacks that are listed by name. */
const MAX_NAMES = 3;

/** Formats the report for people: the categories, then each finding with what an attacker gains and the fix. */
export function formatText(report: Report, paint: Paint): string {
  const details =
    report.state === 'void'
      ? []
      : [...formatCategories(report), ...report.findings.flatMap((finding) => formatFinding(finding, paint))];
  return `${[...details, ...formatVerdict(report, paint)].join('\n')}\n`;
}

function formatCategories({ categories, findings }: Report): string[] {
  const found = (category: string) => {
    const counts = SEVERITIES.flatMap((severity) => {
      const { length } = findings.filter(
        (other) => other.category === category && other.severity === severity,
      );
      return length > 0 ? [`${length} ${severity}`] : [];
    });
    return counts.join(', ') || 'none';
  };
  const rows = categories.map(({ category, sent, asExpected }) => [
    ...[category, String(sent), String(asExpected), found(category)],
  ]);
  // Found in the responses to attacks of other categories.
  const others = new Set(findings.map(({ category }) => category));
  for (const { category } of categories) others.delete(category);
  rows.push(...[...others].map((category) => [category, '', '', found(category)]));
  return ['', ...alignTable([['category', 'requests', 'as expected', 'findings'], ...rows]), ''];
}

function formatFinding(
  { severity, title, id, gain, fix, attacks, newAttacks }: ReportedFinding,
  paint: Paint,
): string[] {
  const names = attacks.slice(0, MAX_NAMES).map((name) => `"${name}"`);
  const more = attacks.length > MAX_NAMES ? `, and ${attacks.length - MAX_NAMES} more` : '';
  const known = newAttacks.length === 0 ? paint(2, ' (known)') : '';
  return [
    `${paint(COLORS[severity], severity.padEnd(8))}  ${paint(1, title)}${known}`,
    `          Finding  ${id}`,
    `          Gain     ${gain}`,
    `          Fix      ${fix}`,
    `          Attacks  ${names.join(', ')}${more}`,
    '',
  ];
}

function formatVerdict(
  { state, reason, failed, failOn, findings, fixed, requests }: Report,
  paint: Paint,
): string[] {
  const lines =
    fixed.length > 0 ? [`Fixed since the baseline: ${fixed.length}. Update it with --update-baseline.`] : [];
  if (state !== 'complete') {
    const title = state === 'void' ? 'The result is void.' : 'The result is incomplete.';
    return [...lines, `${paint(31, title)} ${reason}`];
  }
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  const verdict = failed
    ? paint(31, `Failed: new findings of severity ${failOn} or worse.`)
    : paint(32, `Passed: no new finding of severity ${failOn} or worse.`);
  return [...lines, `${verdict} ${count}, ${requests} requests.`];
}

/** Pads the cells of each column. Numbers are right-aligned. */
function alignTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        /^\d+$/.test(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}
