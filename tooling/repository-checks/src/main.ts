/** `pnpm check:repository`: every check of this package that is not a test. Exits with 1 if one of them fails. */
import { join } from 'node:path';
import { checkAdvisories } from './advisories.ts';
import { checkLicenses } from './licenses.ts';
import type { Outcome } from './outcome.ts';
import { checkSecrets } from './secrets.ts';

const ROOT = join(import.meta.dirname, '../../..');

const outcomes: Record<string, Outcome> = {
  secrets: checkSecrets(ROOT),
  licenses: checkLicenses(ROOT),
  advisories: checkAdvisories(ROOT),
};
for (const [name, { findings, summary }] of Object.entries(outcomes)) {
  console.log(`${findings.length === 0 ? 'ok' : 'FAILED'}  ${name}: ${summary}`);
  for (const finding of findings) console.log(`        ${finding}`);
  if (findings.length > 0) process.exitCode = 1;
}
