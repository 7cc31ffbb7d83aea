import { formatNumber, markdownTable } from '../report/tables.ts';
import type { MeasuredCosts } from './costs.ts';

/** Renders what a request costs, and how many of them fill one core. */
export function oneCoreTable({
  hotMicroseconds,
  newMicroseconds,
  forgedMicroseconds,
}: MeasuredCosts): string {
  const rows = [
    ['cached', hotMicroseconds],
    ['new', newMicroseconds],
    ['forged', forgedMicroseconds],
  ] as const;
  return markdownTable(
    ['token', 'CPU µs per request (measured)', 'requests/s that fill one core (computed)', 'at half of that'],
    rows.map(([token, microseconds]) => [
      token,
      formatNumber(microseconds),
      thousands(1_000_000 / microseconds),
      thousands(500_000 / microseconds),
    ]),
  );
}

/** Formats a whole number with three significant digits. */
export function thousands(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 0 });
}
