import type { Result } from '../evaluate.ts';
import { categoryOf } from '../findings/catalog.ts';
import { isAtLeast } from '../severity.ts';
import type { Report, ReportedFinding } from './report.ts';

/**
 * Formats the report as JUnit XML: a suite per category, a test case per attack. New findings of the severity that
 * fails the run are failures, known ones are skipped, and less severe ones are output. A void or incomplete run is an
 * error.
 */
export function formatJunit(report: Report): string {
  const suites = [...Map.groupBy(report.results, ({ tests }) => categoryOf(tests))].map(
    ([category, results]) => {
      const cases = results.map((result) => formatCase(category, result, report));
      const count = (element: string) => cases.filter((text) => text.includes(`<${element} `)).length;
      return [
        `  <testsuite name="${category}" tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}">`,
        ...cases,
        '  </testsuite>',
      ].join('\n');
    },
  );
  const ending =
    report.state === 'complete'
      ? []
      : [
          '  <testsuite name="run" tests="1" failures="0" errors="1" skipped="0">',
          `    <testcase classname="attack.run" name="the run is complete"><error message="${escapeXml(`The result is ${report.state}. ${report.reason}`)}"/></testcase>`,
          '  </testsuite>',
        ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="attack">',
    ...suites,
    ...ending,
    '</testsuites>',
    '',
  ].join('\n');
}

function formatCase(category: string, result: Result, report: Report): string {
  const found = report.findings.filter(
    ({ id, attacks }) => result.findings.includes(id) && attacks.includes(result.name),
  );
  const isNew = ({ newAttacks }: ReportedFinding) => newAttacks.includes(result.name);
  const failing = found.filter((finding) => isNew(finding) && isAtLeast(finding.severity, report.failOn));
  const describe = (findings: readonly ReportedFinding[]) =>
    escapeXml(
      findings
        .map(({ id, severity, title, gain, fix }) => `${severity} ${id}: ${title}. ${gain} ${fix}`)
        .join('\n'),
    );
  const start = `    <testcase classname="attack.${category}" name="${escapeXml(result.name)}"`;
  if (failing.length > 0) return `${start}><failure message="${describe(failing)}"/></testcase>`;
  if (found.length === 0) return `${start}/>`;
  if (found.every((finding) => !isNew(finding)))
    return `${start}><skipped message="${describe(found)}"/></testcase>`;
  return `${start}><system-out>${describe(found)}</system-out></testcase>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
