import { spawnSync } from 'node:child_process';
import type { Outcome } from './outcome.ts';

/** pnpm's messages without a network, or if the registry has no audit endpoint. */
const UNANSWERED = /ERR_PNPM_AUDIT_(?:BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|Failed to request the audit endpoint/;

export interface Audit {
  status: number | null;
  output: string;
}

/** Fails on any finding; passes with a notice when the registry has no audit endpoint. */
export function evaluateAudit({ status, output }: Audit): Outcome {
  if (status === 0) return { findings: [], summary: 'no known vulnerability' };
  if (UNANSWERED.test(output)) {
    return { findings: [], summary: 'NOT CHECKED: the registry has no audit endpoint' };
  }
  return { findings: output.trim().split('\n'), summary: 'see `pnpm audit --prod`' };
}

/** Asks the registry for known vulnerabilities of the run-time dependencies. */
export function checkAdvisories(root: string): Outcome {
  const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--prod'], { cwd: root, encoding: 'utf8' });
  return evaluateAudit({ status, output: `${stdout}${stderr}` });
}
