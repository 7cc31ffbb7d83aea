import type { Result } from '../evaluate.ts';
import { categoryOf, FINDING_IDS, type FindingId, findingOf } from '../findings/catalog.ts';
import type { Finding } from '../findings/finding.ts';
import type { AttackRun } from '../run.ts';
import { isAtLeast, SEVERITIES, type Severity } from '../severity.ts';
import type { Baseline } from './baseline.ts';

export interface Report {
  state: AttackRun['state'];
  reason?: string;
  /** Whether the run fails: a finding that is not known and at least as severe as `failOn`. */
  failed: boolean;
  failOn: Severity;
  requests: number;
  findings: readonly ReportedFinding[];
  categories: readonly CategoryCounts[];
  results: readonly Result[];
  /** Attacks in the baseline that no longer find anything. */
  fixed: readonly string[];
}

export interface ReportedFinding extends Finding {
  id: FindingId;
  category: string;
  /** Names of the attacks that found it. */
  attacks: readonly string[];
  /** Those that the baseline does not contain. */
  newAttacks: readonly string[];
}

export interface CategoryCounts {
  category: string;
  sent: number;
  asExpected: number;
}

/** Groups the results by finding, the most severe first, and compares them with the baseline. */
export function createReport(
  run: AttackRun,
  { failOn, baseline }: { failOn: Severity; baseline: Baseline },
): Report {
  const findings = FINDING_IDS.flatMap((id) => {
    const attacks = run.results.filter((result) => result.findings.includes(id)).map(({ name }) => name);
    const known = baseline[id] ?? [];
    const newAttacks = attacks.filter((name) => !known.includes(name));
    return attacks.length === 0
      ? []
      : [{ ...findingOf(id), id, category: categoryOf(id), attacks, newAttacks }];
  }).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return {
    state: run.state,
    ...(run.reason !== undefined && { reason: run.reason }),
    failed: findings.some(({ severity, newAttacks }) => newAttacks.length > 0 && isAtLeast(severity, failOn)),
    failOn,
    requests: run.requests,
    findings,
    categories: countCategories(run.results),
    results: run.results,
    fixed: findFixed(run, baseline),
  };
}

function countCategories(results: readonly Result[]): CategoryCounts[] {
  const groups = Map.groupBy(results, ({ tests }) => categoryOf(tests));
  const order = [...new Set(FINDING_IDS.map(categoryOf))];
  return order.flatMap((category) => {
    const group = groups.get(category) ?? [];
    const asExpected = group.filter(({ findings }) => findings.length === 0).length;
    return group.length === 0 ? [] : [{ category, sent: group.length, asExpected }];
  });
}

/** Only a complete run can tell. */
function findFixed({ state, results }: AttackRun, baseline: Baseline): string[] {
  if (state !== 'complete') return [];
  return Object.entries(baseline).flatMap(([id, names]) =>
    names
      .filter(
        (name) =>
          !results.some((result) => result.name === name && result.findings.includes(id as FindingId)),
      )
      .map((name) => `${id}: ${name}`),
  );
}
