import { type Report, SEVERITIES } from '@session-token/attack';
import { markdownTable } from '../report/tables.ts';
import type { AttackedSetUp } from './set-ups.ts';

export interface Attacked {
  setUp: AttackedSetUp;
  report: Report;
}

/** Formats how many findings of each severity a set-up has, with the versions. */
export function countsTable(
  attacked: readonly Attacked[],
  versions: Readonly<Record<string, string>>,
): string {
  const rows = attacked.map(({ setUp: { name, packages, verifies }, report: { findings } }) => [
    name,
    verifies,
    packages.map((peer) => `${peer} ${versions[peer]}`).join(', ') || 'this commit',
    ...SEVERITIES.map((severity) => String(findings.filter((found) => found.severity === severity).length)),
  ]);
  return markdownTable(['set-up', 'verifies with', 'versions', ...SEVERITIES], rows);
}

/** Formats how many attacks of each finding succeed on each set-up that has findings. */
export function findingsTable(all: readonly Attacked[]): string {
  const attacked = all.filter(({ report }) => report.findings.length > 0);
  const findings = attacked.flatMap(({ report }) => report.findings);
  const rows = SEVERITIES.flatMap((severity) => {
    const titles = new Map(
      findings.filter((found) => found.severity === severity).map(({ id, title }) => [id, title]),
    );
    return [...titles].map(([id, title]) => [
      severity,
      title,
      ...attacked.map(({ report }) =>
        String(report.findings.find((found) => found.id === id)?.attacks.length ?? '–'),
      ),
    ]);
  });
  return markdownTable(['severity', 'finding', ...attacked.map(({ setUp }) => setUp.short)], rows);
}
