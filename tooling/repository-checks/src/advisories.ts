import { spawnSync } from 'node:child_process';
import type { Outcome } from './outcome.ts';

/** What pnpm says when the registry could not be asked: no network, or one that has no such service. */
const UNANSWERED = /ERR_PNPM_AUDIT_(?:BAD_RESPONSE|ENDPOINT_NOT_EXISTS)|Failed to request the audit endpoint/;

export interface Audit {
  status: number | null;
  output: string;
}

/** An audit that could not be made is told and lets pass; whatever an audit finds fails. */
export function judgeAudit({ status, output }: Audit): Outcome {
  if (status === 0) return { findings: [], summary: 'no known vulnerability' };
  if (UNANSWERED.test(output)) {
    return { findings: [], summary: 'NOT CHECKED, the registry does not answer audits' };
  }
  return { findings: output.trim().split('\n'), summary: 'see `pnpm audit --prod`' };
}

/** Asks the registry for known vulnerabilities of what is depended on at run time. */
export function checkAdvisories(root: string): Outcome {
  const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--prod'], { cwd: root, encoding: 'utf8' });
  return judgeAudit({ status, output: `${stdout}${stderr}` });
}
