import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { version as esbuildVersion } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../src/node/browser/find-browser.ts';
import { findFreePort } from '../src/node/http/listen.ts';
import { isUp, untilReady } from '../test/sandbox-process.ts';
import { createEmptyMachine, type EmptyMachine } from './empty-machine.ts';
import { oldestNode } from './oldest-node.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const MAX_TARBALL_BYTES = 4 * 1024 * 1024;

let prepared: EmptyMachine;
let tarball: string;
let browser: Browser;
/** Environment in which the tool finds the same browser. */
let browserSettings: Record<string, string>;
beforeAll(async () => {
  prepared = createEmptyMachine(process.execPath);
  await Promise.all([packTool(), installTheirApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await prepared?.remove();
});

async function packTool(): Promise<void> {
  await promisify(execFile)('npm', ['pack', '--pack-destination', prepared.folder], { cwd: PACKAGE });
  tarball = globSync(join(prepared.folder, '*.tgz'))[0]!;
}

/** An app outside this repository, with its own packages. */
async function installTheirApp(): Promise<void> {
  const app = join(prepared.folder, 'their-app');
  cpSync(join(PACKAGE, 'pack-test/their-app'), app, { recursive: true });
  const { code, output } = await prepared.run('npm', ['install', '--ignore-scripts'], app);
  expect(code, output).toBe(0);
}

async function launchBrowser(): Promise<void> {
  const { launchOptions } = await findBrowser(console.log);
  const { LD_LIBRARY_PATH = '', FONTCONFIG_PATH = '' } = launchOptions.env ?? {};
  const CHROMIUM_PATH = launchOptions.executablePath ?? chromium.executablePath();
  browserSettings = { CHROMIUM_PATH, LD_LIBRARY_PATH, FONTCONFIG_PATH };
  browser = await chromium.launch(launchOptions);
}

/** Copies the app to a machine, with the tarball in it. */
function copyTheirApp({ folder }: EmptyMachine): string {
  const app = join(folder, 'their-app');
  cpSync(join(prepared.folder, 'their-app'), app, { recursive: true });
  copyFileSync(tarball, join(app, basename(tarball)));
  return app;
}

describe.each([
  ['the oldest supported Node.js', oldestNode],
  ['Node.js 24', async () => process.execPath],
])('on %s, in a folder without this repository', (_name, findNode) => {
  let machine: EmptyMachine;
  let app: string;
  let npx: string[];
  beforeAll(async () => {
    machine = createEmptyMachine(await findNode());
    app = copyTheirApp(machine);
    npx = ['--yes', `./${basename(tarball)}`];
  });
  afterAll(() => machine?.remove());

  test('one command runs an extension, with the round trip, GraphQL and its picture', async () => {
    const port = await findFreePort(createServer);
    const args = [...npx, '--port', String(port), '--extension', './extensions/block'];
    const child = machine.start('npx', args, app);
    const output = await untilReady(child);
    expect(output).toMatch(/✓ Extension block +purchase\.checkout\.block\.render/);
    expect(output).toContain('Round trip verified');
    const url = /http:\S+#key=\S+/.exec(output)![0];

    const page = await browser.newPage();
    const missing: string[] = [];
    page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
    await page.goto(url);
    const extension = page.getByRole('region', { name: 'Extension', exact: true });
    const shown = extension.getByText(/The server says 200, and gid:\/\/shopify\/Shop\/\d+ has a block\./);
    await shown.waitFor();
    expect(missing).toEqual([]);
    await page.close();
    const { origin } = new URL(url);
    for (const path of ['/docs', '/troubleshooting', '/parameters']) {
      expect((await fetch(origin + path)).status, path).toBe(200);
    }
    // State is kept for the user, never in the installed package.
    expect(existsSync(join(machine.home, '.local/state/session-token-sandbox/keys'))).toBe(true);

    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
    await expect.poll(() => isUp(origin), { timeout: 5_000 }).toBe(false);
  });

  test('its subcommands need no network: a round trip as text, and a report', async () => {
    const roundTrip = ['render', '--no-browser', '--fault', 'audience', '--expect', 'wrong_audience'];
    const rejected = await machine.run('npx', ['--offline', ...npx, ...roundTrip], app);
    expect(rejected.output).toContain('wrong_audience, as expected');
    expect(rejected.code).toBe(0);

    const render = [
      'render',
      '--extension',
      'extensions/block',
      '--expect',
      'verified',
      '--screenshot',
      'a.png',
    ];
    const { code, output } = await machine.run('npx', ['--offline', ...npx, ...render], app, browserSettings);
    expect(output).toContain('verified, as expected');
    expect(code, output).toBe(0);
    expect(statSync(join(app, 'a.png')).size).toBeGreaterThan(10_000);
  });

  test('an import is resolved from the folder of the extension only', async () => {
    const alone = join(machine.folder, 'alone');
    cpSync(join(app, 'extensions/block'), alone, { recursive: true });
    copyFileSync(tarball, join(alone, basename(tarball)));
    const child = machine.start('npx', [...npx, '--port', '0'], alone);
    expect(await untilReady(child)).toMatch(
      /✗ Extension alone +does not build: .*npm install @shopify\/ui-extensions( |$)/m,
    );
  });

  test('it refuses to run in production', async () => {
    const { code, output } = await machine.run('npx', npx, app, { NODE_ENV: 'production' });
    expect(output).toContain('NODE_ENV is production');
    expect(code).toBe(1);
  });
});

describe('the tarball', () => {
  let folder: string;
  beforeAll(() => {
    execFileSync('tar', ['-xzf', tarball, '-C', prepared.folder]);
    folder = join(prepared.folder, 'package');
  });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  test('cannot be published, and depends on the esbuild of the bundler, playwright-core and nothing else', () => {
    const { private: isPrivate, dependencies } = JSON.parse(read('package.json'));
    expect(isPrivate).toBe(true);
    expect(dependencies).toEqual({
      esbuild: esbuildVersion,
      'playwright-core': expect.stringMatching(/^[\d.]+$/),
    });
  });

  test('has no path of this repository, and no source', () => {
    const files = globSync('**/*.*', { cwd: folder });
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => /\.tsx?$/.test(file))).toEqual([]);
    expect(files.filter((file) => read(file).includes(REPOSITORY))).toEqual([]);
  });

  test('names the license of everything in it', () => {
    const notices = read('dist/sandbox/THIRD_PARTY_NOTICES.txt');
    for (const name of [
      'preact',
      'graphql',
      '@shopify/dev-mcp',
      '@iconify-json/tabler',
      '@fontsource-variable/geist',
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(read('dist/server/THIRD_PARTY_NOTICES.txt')).toMatch(/^fastify \d/m);
  });

  test(`has less than ${MAX_TARBALL_BYTES} bytes`, () => {
    expect(statSync(tarball).size).toBeLessThan(MAX_TARBALL_BYTES);
  });
});
