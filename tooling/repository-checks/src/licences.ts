import { execFileSync } from 'node:child_process';
import type { Outcome } from './outcome.ts';

/** May be shipped with a product whose source is not open; ask for no more than their notice. */
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

/** By licence, as `pnpm licenses list --json` gives it. */
export type Licences = Readonly<Record<string, readonly { name: string }[]>>;

export function judgeLicences(licences: Licences): Outcome {
  const entries = Object.entries(licences);
  return {
    findings: entries
      .filter(([licence]) => !ALLOWED.has(licence))
      .flatMap(([licence, packages]) => packages.map(({ name }) => `${name}: ${licence}`)),
    summary: entries.map(([licence, packages]) => `${packages.length} ${licence}`).join(', '),
  };
}

/** The licences of what the server and the extensions depend on, however indirectly. */
export function checkLicences(root: string): Outcome {
  const args = [...SHIPPED.map((filter) => `--filter=${filter}`), 'licenses', 'list', '--prod', '--json'];
  return judgeLicences(JSON.parse(execFileSync('pnpm', args, { cwd: root, encoding: 'utf8' })));
}
