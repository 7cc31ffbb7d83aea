import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installOnDemand } from '../src/index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-demand-install-'));
  writeFileSync(join(folder, 'pnpm-lock.yaml'), 'first');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Makes `script` the pnpm that runs this test. It runs in `folder`. */
function runByPnpm(script: string): void {
  const path = join(folder, 'pnpm.mjs');
  writeFileSync(path, script);
  vi.stubEnv('npm_execpath', path);
  vi.stubEnv('npm_config_user_agent', 'pnpm/12.21.0 npm/? node/v24.21.0 linux x64');
}

const recordCall = `
  import { appendFileSync } from 'node:fs';
  appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
`;
const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n');

function pretendInstalledBy(lockfile: string): void {
  mkdirSync(join(folder, 'node_modules/.pnpm'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/.pnpm/lock.yaml'), lockfile);
}

test('installs from the lockfile, in the folder, with the pnpm that runs the script', async () => {
  runByPnpm(recordCall);
  await installOnDemand(folder, 'a thing (1 MB)');
  expect(calls()).toEqual(['install --frozen-lockfile --reporter=append-only']);
  expect(process.stderr.write).toHaveBeenCalledWith('Downloading a thing (1 MB), once …\n');
});

test('does nothing when the installed packages match the lockfile', async () => {
  runByPnpm('process.exit(1)');
  pretendInstalledBy('first');
  await installOnDemand(folder, 'a thing');
  expect(process.stderr.write).not.toHaveBeenCalled();
});

test('installs again if the lockfile has changed', async () => {
  runByPnpm(recordCall);
  pretendInstalledBy('older');
  await installOnDemand(folder, 'a thing');
  expect(calls()).toHaveLength(1);
});

test('fails with the last line that pnpm printed', async () => {
  runByPnpm('console.log("Progress"); console.error("no such version"); process.exit(1)');
  await expect(installOnDemand(folder, 'a thing')).rejects.toThrow('no such version');
});
