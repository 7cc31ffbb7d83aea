import type { Report, ReportedRequest } from '../../contract/report.ts';
import type { createProgress } from '../terminal/progress.ts';

type Printer = Pick<ReturnType<typeof createProgress>, 'line' | 'dim' | 'bold' | 'ok' | 'bad'>;

/** Prints a report for people. */
export function printSummary(report: Report, { line, dim, bold, ok, bad }: Printer): void {
  const { target, extension, outcome, requests, problems, warnings, expectations, settled } = report;
  line(`\n  ${bold(`${extension?.id} in ${target}`)}  ${dim(`API version ${extension?.apiVersion}`)}\n`);
  for (const text of report.text.split('\n').filter(Boolean)) line(`    ${text}`);
  if (requests.length > 0) line('');
  for (const request of requests) line(`    ${dim(describeRequest(request))}`);
  line(`\n    ${outcome.kind === 'verified' ? ok(outcome.title) : outcome.title}: ${outcome.what}`);
  if (outcome.where) line(`    Where: ${outcome.where}`);
  if (outcome.fix) line(`    Fix: ${outcome.fix}`);
  for (const { message } of warnings) line(`    ${dim(`Warning: ${message}`)}`);
  for (const { message, stack } of problems) {
    line(`  ${bad('✗')} ${stack?.includes(message) ? stack.replaceAll('\n', '\n    ') : message}`);
  }
  if (!settled) line(`  ${bad('✗')} The time limit ended the run.`);
  for (const { expected, met } of expectations) {
    line(`  ${met ? ok(`✓ ${expected}, as expected`) : bad(`✗ expected ${expected}`)}`);
  }
  if (expectations.length === 0) line(report.ok ? `  ${ok('✓ rendered')}` : `  ${bad('✗ failed')}`);
  line('');
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
