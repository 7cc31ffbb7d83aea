import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluateAudit } from '../src/advisories.ts';
import { evaluateLicenses } from '../src/licenses.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('fails on a license that requires more than a notice, and on an unknown one', () => {
  const { findings } = evaluateLicenses({
    MIT: [{ name: 'fine' }],
    'AGPL-3.0': [{ name: 'viral' }],
    Unknown: [{ name: 'nameless' }],
  });
  expect(findings).toEqual(['viral: AGPL-3.0', 'nameless: Unknown']);
});

test('passes an audit that found nothing', () => {
  expect(evaluateAudit({ status: 0, output: 'No known vulnerabilities found' }).findings).toEqual([]);
});

test('fails on any finding of an audit', () => {
  expect(evaluateAudit({ status: 1, output: '1 vulnerabilities found' }).findings).not.toEqual([]);
});

test('fails on an audit that broke for a reason other than the registry', () => {
  expect(evaluateAudit({ status: null, output: '' }).findings).not.toEqual([]);
});

test.each([
  'ERR_PNPM_AUDIT_BAD_RESPONSE: responded with 405',
  '× Failed to request the audit endpoint (at http://127.0.0.1:9/…): error',
])('passes with a notice when the registry does not answer the audit: %s', (output) => {
  const { findings, summary } = evaluateAudit({ status: 1, output });
  expect(findings).toEqual([]);
  expect(summary).toContain('NOT CHECKED');
});

test('development, the install and the image use one version of Node', () => {
  const { node } = JSON.parse(read('package.json')).devDependencies;
  expect(read('pnpm-workspace.yaml')).toContain(`\nnodeVersion: ${node}\n`);
  expect([...read('Dockerfile').matchAll(/^FROM node:([\d.]+)/gm)].map(([, version]) => version)).toEqual([
    node,
    node,
  ]);
});

test('every package has the version of the repository', () => {
  const manifests = globSync(
    ['package.json', '{apps,packages,tooling}/*/package.json', 'benchmarks/package.json'],
    {
      cwd: ROOT,
    },
  );
  const versions = manifests.map((path) => JSON.parse(read(path)).version);
  expect(manifests.length).toBeGreaterThan(10);
  expect(new Set(versions)).toEqual(new Set([JSON.parse(read('package.json')).version]));
});

test('CI and the image install with the pinned pnpm', () => {
  const { packageManager } = JSON.parse(read('package.json'));
  expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/);
  // .ci/run reads the version from package.json.
  expect(read('.ci/run')).toContain('require("./package.json").packageManager');
  const inImage = [...read('Dockerfile').matchAll(/npx -y (pnpm\S*)/g)].map(([, pnpm]) => pnpm);
  expect(inImage.length).toBeGreaterThan(0);
  expect(new Set(inImage)).toEqual(new Set([packageManager]));
});

test('the benchmark peers have the versions of the catalog', () => {
  const { dependencies } = JSON.parse(read('benchmarks/peers/package.json'));
  const catalog = [...read('pnpm-workspace.yaml').matchAll(/^ {2}"?([^\s":]+)"?: ([\d.]+)$/gm)];
  const shared = catalog.filter(([, name = '']) => name in dependencies);
  expect(shared.length).toBeGreaterThan(2);
  expect(shared.filter(([, name = '', version]) => dependencies[name] !== version)).toEqual([]);
});
