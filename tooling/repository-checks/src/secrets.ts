import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import { TEST_SECRETS } from './test-secrets.ts';

/** Patterns that only real credentials match, such as Shopify's app secrets and API tokens. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'Shopify secret or token': /\bshp(?:ss|at|ca|pa|ua|tka)_[\da-f]{32}\b/gi,
  'Shopify CLI token': /\b(?:atkn|prtapi)_[\w-]{20,}/g,
  'value of a secret setting': /\bSHOPIFY_API_SECRET(?:_PREVIOUS)?\s*[=:]\s*['"]?[\da-f]{32}\b/gi,
  'private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*\\?n?[\w+/]{20}/g,
  'npm token': /\bnpm_[A-Za-z\d]{36}\b/g,
  'GitHub token': /\b(?:gh[opsur]_[A-Za-z\d]{36}|github_pat_\w{60,})/g,
  'AWS key': /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  'Google key': /\bAIza[\w-]{35}\b/g,
  'Slack token': /\bxox[abeoprs]-[\w-]{20,}/g,
  'Stripe key': /\b[rs]k_live_[A-Za-z\d]{20,}/g,
};
const MAX_FILE_BYTES = 5_000_000;
const ENVIRONMENT_FILE = /(?:^|\/)\.env(?!\.example$)[^/]*$/;

/** Returns the kinds of the credentials in a text, never the credentials themselves. */
export function credentialsIn(text: string): string[] {
  return Object.keys(FORMS).filter((name) =>
    [...text.matchAll(FORMS[name]!)].some(([found]) => !TEST_SECRETS.some((value) => found.endsWith(value))),
  );
}

/** Looks for credentials in every file that git tracks or would add, and in every line that any commit added. */
export function checkSecrets(root: string): Outcome {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .split('\0')
    .filter(
      (path) => path && existsSync(join(root, path)) && statSync(join(root, path)).size <= MAX_FILE_BYTES,
    );

  const findings = files.flatMap((path) => [
    ...(ENVIRONMENT_FILE.test(path) ? [`${path}: an environment file, which may contain secrets`] : []),
    ...credentialsIn(readFileSync(join(root, path), 'latin1')).map((name) => `${path}: ${name}`),
  ]);
  const commits = git(
    'log',
    '--all',
    '--format=%x00%h',
    '--patch',
    '--unified=0',
    '--no-textconv',
    '--no-ext-diff',
  )
    .split('\0')
    .slice(1);
  for (const commit of commits) {
    const added = commit.replace(/^(?!\+).*\n?/gm, '').replace(/^\+/gm, '');
    findings.push(...credentialsIn(added).map((name) => `commit ${commit.split('\n', 1)[0]}: ${name}`));
  }
  return { findings, summary: `${files.length} files and ${commits.length} commits` };
}
