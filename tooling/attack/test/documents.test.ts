import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { parseOptions } from '../src/options/options.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/attack.md'), 'utf8');
const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];

describe('docs/attack.md', () => {
  test('shows commands whose options exist', () => {
    const commands = [
      ...page.matchAll(/pnpm (?:--dir session-tokens )?attack (http:.* --client-id .*)$/gm),
    ].map(([, args]) => args!);
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const args = command.replaceAll('…', 'x').split(/\s+/);
      const environment = { NAME: 'secret', SHOPIFY_API_SECRET: 'secret' };
      expect(parseOptions(args, { directory: '/', environment }).target).toBe('http://localhost:3000/api/me');
    }
  });

  test('shows a workflow whose steps are those that the test below runs', () => {
    expect(shellSteps(workflow).map(({ name }) => name)).toEqual(['Start the server', 'Attack it']);
  });

  // The steps are those of a Linux runner.
  test.skipIf(process.platform === 'win32')(
    'shows a workflow that attacks a server',
    { timeout: 180_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'attack-workflow-'));
      const port = await findFreePort();
      writeFileSync(
        join(folder, 'package.json'),
        '{ "type": "module", "scripts": { "start": "node server.ts" } }',
      );
      writeFileSync(join(folder, 'server.ts'), serverSource(port));
      spawnSync('npm', ['install', '--package-lock-only', '--offline', '--no-audit'], { cwd: folder });
      symlinkSync(ROOT, join(folder, 'session-tokens'));
      // One shell, so that the server of the first step is stopped with it.
      const script = shellSteps(workflow)
        .map(({ run }) => run.replaceAll('3000', String(port)).replaceAll('npx -y pnpm', 'pnpm'))
        .join('\n');
      const bash = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
        cwd: folder,
        detached: true,
        env: { ...process.env, ...jobEnvironment(workflow) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      try {
        const [output, errors, [code]] = await Promise.all([
          text(bash.stdout),
          text(bash.stderr),
          once(bash, 'exit'),
        ]);
        expect(`${output}${errors}`).toContain(
          'Passed: no new finding of severity high or worse. 0 findings',
        );
        expect(code).toBe(0);
        for (const file of ['attack.xml', 'attack.json', 'server.log']) {
          expect(existsSync(join(folder, file)), file).toBe(true);
        }
      } finally {
        process.kill(-bash.pid!, 'SIGKILL');
        rmSync(folder, { recursive: true });
      }
    },
  );
});

/** Returns the steps of a workflow that run shell commands. */
function shellSteps(yaml: string): { name: string; run: string }[] {
  return yaml.split(/^ {6}- /m).flatMap((step) => {
    const [, name, style, run] = /^name: (.*)\n {8}run: ([|>])-?\n([\s\S]*)$/.exec(step) ?? [];
    if (name === undefined) return [];
    const lines = run!.split('\n').map((line) => line.trim());
    return [{ name, run: lines.join(style === '>' ? ' ' : '\n') }];
  });
}

function jobEnvironment(yaml: string): Record<string, string> {
  return Object.fromEntries(
    [...yaml.matchAll(/^ {6}(SHOPIFY_\w+): (.*)$/gm)].map(([, name, value]) => [name, value]),
  );
}

/** A server that reads its settings as an app does. */
function serverSource(port: number): string {
  const handler = JSON.stringify(join(import.meta.dirname, 'correct-server/server.ts'));
  return `import { createServer } from 'node:http';
import { createHandler } from ${handler};
const { SHOPIFY_API_KEY: clientId, SHOPIFY_API_SECRET: secret } = process.env;
createServer(createHandler({ callers: ['guest', 'customer'] }, { clientId, secret })).listen(${port});
`;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
