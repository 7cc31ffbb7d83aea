import type { AttackOptions, ReportOptions, TypedIn } from './options/attack-options.ts';
import { parseOptions } from './options/options.ts';
import { resolveTarget } from './options/target.ts';
import { type Baseline, readBaseline } from './report/baseline.ts';
import { createReport, type Report } from './report/report.ts';
import { type RunHooks, runAttack } from './run.ts';

/**
 * Attacks the target that the arguments of `pnpm attack` name, and compares the findings with the baseline. Writes
 * nothing.
 *
 * @throws {UsageError} if an argument is wrong, or the target is not allowed
 */
export async function attack(
  args: readonly string[],
  typedIn: TypedIn,
  hooks: RunHooks = {},
): Promise<{ report: Report; options: AttackOptions & ReportOptions }> {
  const options = parseOptions(args, typedIn);
  const target = await resolveTarget(options.target, { ownsTarget: options.ownsTarget });
  const baseline: Baseline =
    options.baseline === undefined
      ? {}
      : readBaseline(options.baseline, { mayBeMissing: options.updateBaseline });
  const run = await runAttack(options, target, hooks);
  return { report: createReport(run, { failOn: options.failOn, baseline }), options };
}
