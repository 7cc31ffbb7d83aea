import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { developmentCredentials } from '../src/node/app/development-credentials.ts';
import { runCommand } from './run-command.ts';

const EXTENSION = fileURLToPath(new URL('../../checkout-extension', import.meta.url));

let state: string;
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'render-cli-'));
});
afterAll(() => rmSync(state, { recursive: true }));

const render = (...args: string[]) => runCommand('src/render-cli.ts', args, { XDG_STATE_HOME: state });

describe('pnpm render', () => {
  test('--credentials prints those that pnpm start --api signs with, and nothing else', async () => {
    const { code, output } = await render('--credentials', '--extension', EXTENSION);
    const directory = join(state, 'session-token-sandbox');
    const [, clientId, secret] = /^SHOPIFY_API_KEY=(\w{32})\nSHOPIFY_API_SECRET=(\w+)\n$/.exec(output) ?? [];
    expect(code).toBe(0);
    const stored = developmentCredentials({ folder: join(EXTENSION, '../..'), directory, clientId });
    expect({ clientId, secret }).toEqual({ clientId: stored.clientId, secret: stored.secret });
  });

  test('exits with 3 and names the help for a wrong option', async () => {
    const { code, output, errors } = await render('--extension', EXTENSION, '--fault', 'banana');
    expect(errors).toContain('Unknown value: --fault banana.');
    expect(errors).toContain('npx -y pnpm render --help');
    expect(output).toBe('');
    expect(code).toBe(3);
  });
});
