import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { isUp, MAIN, untilReady } from './sandbox-process.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(args: string[], env: Record<string, string> = {}) {
  const inherited = { ...process.env, NODE_ENV: undefined, SHOPIFY_API_SECRET: undefined };
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function failureOf(child: ChildProcess): Promise<{ code: number; message: string }> {
  const [message, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  return { code, message: message.trim() };
}

describe('pnpm start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints a verified round trip and a URL, and %s stops everything',
    async (signal) => {
      const child = start(['--port', '0']);
      const output = await untilReady(child);
      expect(output).toMatch(/OPTIONS \/api\/session-token {2}204 .* Origin: null → Authorization allowed/);
      expect(output).toMatch(
        /GET {5}\/api\/session-token {2}200 .* buyer, customer 42 at sandbox.myshopify.com/,
      );
      const page = /http:\S+/.exec(output)![0];
      const server = `http://${/apps\/server on ([\d.:]+)/.exec(output)![1]}/health/live`;
      expect([await isUp(page), await isUp(server)]).toEqual([true, true]);

      const exited = once(child, 'exit');
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
      expect([await isUp(page), await isUp(server)]).toEqual([false, false]);
    },
  );

  test('prints its usage on --help, and exits with 0', async () => {
    const child = start(['--help']);
    const [output, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
    expect(output).toContain('Usage: npx -y pnpm start');
    expect(code).toBe(0);
  });

  test('ends its server even when it is killed', async () => {
    const child = start(['--port', '0']);
    const server = `http://${/apps\/server on ([\d.:]+)/.exec(await untilReady(child))![1]}/health/live`;
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isUp(server)).toBe(false);
  });
});

describe('an old Node.js', () => {
  const file = (name: string) => new URL(`../${name}`, import.meta.url);

  /** Runs code with only the version of Node.js replaced. */
  function runOn(version: string, code: string): ChildProcess {
    const replaced = `Object.defineProperty(process.versions, 'node', { value: '${version}' });\n${code}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', replaced], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    return child;
  }

  test.each(['start', 'render', 'roundtrip'])(
    'exits with one line that names npx -y pnpm %s',
    async (script) => {
      const { code, message } = await failureOf(runOn('20.20.2', `await import('${file(`${script}.js`)}')`));
      expect(code).toBe(1);
      expect(message).toMatch(new RegExp(`^Node\\.js 24 or newer is required.* npx -y pnpm ${script}$`));
    },
  );

  test('stops the packed tool below 22.17', async () => {
    const check = `const { assertNodeVersion } = await import('${file('node-version.js')}');
      assertNodeVersion('22.17', 'Install it.');`;
    expect(await failureOf(runOn('22.16.0', check))).toEqual({
      code: 1,
      message: `Node.js 22.17 or newer is required, and this is ${process.version}. Install it.`,
    });
    expect(readFileSync(file('bin.js'), 'utf8')).toContain("assertNodeVersion('22.17',");
    for (const accepted of ['22.17.0', '23.0.0', '24.0.0']) {
      expect((await failureOf(runOn(accepted, check))).code, accepted).toBe(0);
    }
  });

  test.each(['start.js', 'render.js', 'roundtrip.js', 'bin.js', 'node-version.js', 'compile-cache.js'])(
    'reads %s as plain JavaScript',
    (name) => {
      const source = readFileSync(file(name), 'utf8');
      // Node.js 20 links static imports before it evaluates anything.
      expect(source.match(/^import .*\.ts/m)).toBeNull();
    },
  );
});

describe('explains a wrong setup in one line:', () => {
  test('a port in use', async () => {
    const other = createServer();
    const port = await listenOnLoopback(other, 0);
    const { code, message } = await failureOf(start(['--port', String(port)]));
    await closeServer(other);
    expect(code).toBe(1);
    expect(message).toMatch(new RegExp(`^Port ${port} is in use .* npx -y pnpm start --port \\d+$`));
  });

  test.each(['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_PREVIOUS', 'SHOPIFY_API_SECRET_FILE'])(
    '%s in the environment',
    async (name) => {
      const { code, message } = await failureOf(
        start([], { [name]: 'shpss_0123456789abcdef0123456789abcdef' }),
      );
      expect(code).toBe(1);
      expect(message).toMatch(new RegExp(`^${name} is set: .*env -u ${name} npx -y pnpm start$`));
      expect(message).not.toContain('shpss_');
    },
  );

  test('an extension that does not exist', async () => {
    const { code, message } = await failureOf(start(['--port', '0', '--extension', 'apps/nope']));
    expect(code).toBe(1);
    expect(message).toMatch(/^The folder \S+\/apps\/nope does not exist\. Usage: npx -y pnpm start/);
  });

  test('production', async () => {
    const { code, message } = await failureOf(start([], { NODE_ENV: 'production' }));
    expect({ code, message }).toEqual({
      code: 1,
      message: 'NODE_ENV is production: the sandbox mints tokens and runs in development only.',
    });
  });

  test.each([
    ['--port', 'http'],
    ['--prot', '1'],
    ['--port', '99999'],
  ])('%s %s', async (...args) => {
    const { code, message } = await failureOf(start(args));
    expect(code).toBe(1);
    expect(message.split('\n')).toHaveLength(1);
    expect(message).toContain('Usage: npx -y pnpm start');
  });
});
