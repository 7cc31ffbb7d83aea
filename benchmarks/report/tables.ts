import type { Spread } from '../statistics.ts';
import type { Summary } from './summary.ts';

/** Renders a table with a row per candidate and a column per scenario. */
export function summaryTable(summaries: readonly Summary[], cell: (summary: Summary) => string): string {
  const works = [...new Set(summaries.map(({ work }) => work))];
  const candidates = [...new Set(summaries.map(({ candidate }) => candidate))];
  const rows = candidates.map((candidate) => [
    candidate,
    ...works.map((work) => {
      const found = summaries.find((each) => each.work === work && each.candidate === candidate);
      return found ? cell(found) : '–';
    }),
  ]);
  return markdownTable(['', ...works], rows);
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Formats the median, with the range of the rounds. */
export function formatSpread({ median, min, max }: Spread): string {
  return `${formatNumber(median)} (${formatNumber(min)}–${formatNumber(max)})`;
}

/** Formats three significant digits; the rest is noise. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}
