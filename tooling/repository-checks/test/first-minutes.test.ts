import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

test('`npm install` fails at once, and names pnpm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'npm-install-'));
  try {
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    const { status, stderr } = spawnSync('npm', ['install', '--offline', '--no-audit'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('catalog:use-pnpm');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);

test('Turborepo prints no notice of telemetry on a machine that never ran it', () => {
  const home = mkdtempSync(join(tmpdir(), 'turbo-home-'));
  const { TURBO_TELEMETRY_DISABLED: _, DO_NOT_TRACK: __, ...env } = process.env;
  try {
    const output = execFileSync(process.execPath, [join(ROOT, '.ci/turbo.mjs'), 'telemetry', 'status'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...env, HOME: home, XDG_CONFIG_HOME: home, APPDATA: home },
    });
    expect(output).toMatch(/Status: .*Disabled/);
    expect(output).not.toContain('Turborepo now collects');
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('every script that runs Turborepo runs it without telemetry', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const direct = Object.entries<string>(scripts).filter(([, command]) => /\bturbo run\b/.test(command));
  expect(direct).toEqual([]);
});
