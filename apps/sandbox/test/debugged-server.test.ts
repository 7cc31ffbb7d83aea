import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrowawayApp } from '../src/node/app/throwaway-app.ts';

const GUARD = fileURLToPath(import.meta.resolve('@session-token/server/src/session-token/guard.ts'));
const OPTIONS = '{"inspectorIpc":"/tmp/ipc"}';

let directory: string;
let seenFile: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'debugger-'));
  seenFile = join(directory, 'seen.json');
  // Stands in for the module that the debugger of VS Code loads into each child process by NODE_OPTIONS.
  const bootloader = join(directory, 'bootloader.cjs');
  writeFileSync(
    bootloader,
    `const inspector = require('node:inspector');
inspector.open(0, '127.0.0.1');
const seen = { url: inspector.url(), main: process.argv[1], env: process.env };
require('node:fs').writeFileSync(${JSON.stringify(seenFile)}, JSON.stringify(seen));
`,
  );
  vi.stubEnv('NODE_OPTIONS', `--require ${bootloader}`);
  vi.stubEnv('VSCODE_INSPECTOR_OPTIONS', OPTIONS);
  vi.stubEnv('A_SETTING_OF_MINE', 'private');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});

/** Connects to a debugged process. The sender resolves with nothing; `next` resolves with an event. */
async function connect(url: string) {
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  let id = 0;
  const next = (matches: (message: { id?: number; method?: string }) => boolean) =>
    new Promise<{ params: { hitBreakpoints: string[] } }>((resolve) => {
      socket.addEventListener('message', function onMessage({ data }) {
        const message = JSON.parse(data);
        if (!matches(message)) return;
        socket.removeEventListener('message', onMessage);
        resolve(message);
      });
    });
  return {
    event: (name: string) => next(({ method }) => method === name),
    async send(method: string, params: object = {}) {
      const sent = ++id;
      const response = next((message) => message.id === sent);
      socket.send(JSON.stringify({ id: sent, method, params }));
      await response;
    },
    close: () => socket.close(),
  };
}

test("a debugger reaches the server's process, and a breakpoint there stops a request", {
  timeout: 30_000,
}, async () => {
  const app = createThrowawayApp();
  const server = await app.startServer({ serverLog() {}, serverExit() {} });
  const { url, main, env } = JSON.parse(readFileSync(seenFile, 'utf8'));
  expect(main).toMatch(/apps.server.src.dev\.ts$/);
  expect(env.VSCODE_INSPECTOR_OPTIONS).toBe(OPTIONS);
  expect(env).not.toHaveProperty('A_SETTING_OF_MINE');

  const line = readFileSync(GUARD, 'utf8')
    .split('\n')
    .findIndex((text) => text.includes('request.session = verifiedSessionOf('));
  const debug = await connect(url);
  await debug.send('Debugger.enable');
  await debug.send('Debugger.setBreakpointByUrl', { url: pathToFileURL(GUARD).href, lineNumber: line });
  const paused = debug.event('Debugger.paused');
  const token = app.mint({ target: 'purchase.checkout.block.render', customer: '42' });
  const response = fetch(`http://${server.host}:${server.port}/api/session-token`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { hitBreakpoints } = (await paused).params;
  expect(hitBreakpoints).toEqual([`1:${line}:0:${pathToFileURL(GUARD).href}`]);
  await debug.send('Debugger.resume');
  expect((await response).status).toBe(200);
  debug.close();
  await server.stop();
});
