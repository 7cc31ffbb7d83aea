import { execFileSync } from 'node:child_process';
import type { Outcome } from './outcome.ts';

/** Licenses that allow shipping in a closed-source product and require their notice only. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);
const SHIPPED = ['@session-token/server', './apps/*-extension'];

/** The packages of each license, as `pnpm licenses list --json` prints them. */
export type Licenses = Readonly<Record<string, readonly { name: string }[]>>;

/** Fails on every package whose license is not allowed, or unknown. */
export function evaluateLicenses(licenses: Licenses): Outcome {
  const entries = Object.entries(licenses);
  return {
    findings: entries
      .filter(([license]) => !ALLOWED.has(license))
      .flatMap(([license, packages]) => packages.map(({ name }) => `${name}: ${license}`)),
    summary: entries.map(([license, packages]) => `${packages.length} ${license}`).join(', '),
  };
}

/** Checks the licenses of all direct and indirect dependencies of the server and the extensions. */
export function checkLicenses(root: string): Outcome {
  const args = [...SHIPPED.map((filter) => `--filter=${filter}`), 'licenses', 'list', '--prod', '--json'];
  return evaluateLicenses(JSON.parse(execFileSync('pnpm', args, { cwd: root, encoding: 'utf8' })));
}
