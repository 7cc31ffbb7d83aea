import type { Report, ReportedRequest, RoundTripReport } from '../../contract/report.ts';
import type { createProgress } from '../terminal/progress.ts';

type Printer = Pick<ReturnType<typeof createProgress>, 'line' | 'dim' | 'bold' | 'ok' | 'bad'>;

/** Prints a report for people. `heading`: what ran. */
export function printSummary(report: Report | RoundTripReport, heading: string, printer: Printer): void {
  const { line, dim, bold, ok, bad } = printer;
  const { outcome, requests, expectations } = report;
  const run = 'tree' in report ? report : undefined;
  line(`\n  ${bold(heading)}\n`);
  for (const text of run?.text.split('\n').filter(Boolean) ?? []) line(`    ${text}`);
  if (run && requests.length > 0) line('');
  for (const request of requests) line(`    ${dim(describeRequest(request))}`);
  line(`\n    ${outcome.kind === 'verified' ? ok(outcome.title) : outcome.title}: ${outcome.what}`);
  if (outcome.where) line(`    Where: ${outcome.where}`);
  if (outcome.fix) line(`    Fix: ${outcome.fix}`);
  if (run) printProblems(run, printer);
  for (const { expected, met } of expectations) {
    line(`  ${met ? ok(`✓ ${expected}, as expected`) : bad(`✗ expected ${expected}`)}`);
  }
  if (expectations.length === 0) line(report.ok ? `  ${ok('✓ passed')}` : `  ${bad('✗ failed')}`);
  line('');
}

function printProblems({ problems, warnings, settled }: Report, { line, dim, bad }: Printer): void {
  for (const { message } of warnings) line(`    ${dim(`Warning: ${message}`)}`);
  for (const { message, stack } of problems) {
    line(`  ${bad('✗')} ${stack?.includes(message) ? stack.replaceAll('\n', '\n    ') : message}`);
  }
  if (!settled) line(`  ${bad('✗')} The time limit ended the run.`);
}

function describeRequest({
  method,
  url,
  status,
  failure,
  cors,
  corsProblem,
  durationMs,
}: ReportedRequest): string {
  const result = status ?? failure ?? 'pending';
  const time = durationMs === undefined ? '' : `  ${durationMs} ms`;
  return `${method.padEnd(8)}${url}  ${result}${time}${cors === 'blocked' ? `  ${corsProblem}` : ''}`;
}
