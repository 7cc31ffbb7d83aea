import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { installation } from '#installation';
import type { ServerState } from '../src/contract/server-state.ts';
import type { AppServer } from '../src/node/app/app-server.ts';
import { createRestartingServer } from '../src/node/app/restarting-server.ts';
import { watchSources } from '../src/node/app/source-watcher.ts';
import { SetupError } from '../src/node/setup-error.ts';

/** Counts what is started and stopped; each start ends as the test says. */
function setUp() {
  const stopped: number[] = [];
  const exits: ((reason: string) => void)[] = [];
  const start = vi.fn(async (onExit: (reason: string) => void): Promise<AppServer> => {
    exits.push(onExit);
    const port = exits.length;
    return { host: '127.0.0.1', port, stop: async () => void stopped.push(port) };
  });
  const onState = vi.fn((_state: ServerState) => {});
  const server = createRestartingServer({ start, onState });
  const states = () => onState.mock.calls.map(([state]) => state);
  return { server, onState, start, states, stopped, exits };
}

test('stops the old server before it starts the changed one', async () => {
  const { server, states, stopped } = setUp();
  expect(await server.current()).toMatchObject({ port: 1 });
  await server.restart();
  expect(stopped).toEqual([1]);
  expect(await server.current()).toMatchObject({ port: 2 });
  expect(states().map(({ status, starts }) => `${status} ${starts}`)).toEqual(['up 1', 'starting 1', 'up 2']);
});

test('a request that arrives during a restart gets the new server', async () => {
  const { server, onState } = setUp();
  await server.current();
  let requested: Promise<AppServer | undefined> | undefined;
  onState.mockImplementationOnce(() => {
    requested = server.current();
  });
  await server.restart();
  expect(await requested).toMatchObject({ port: 2 });
});

test('reports a change that does not start, and recovers with the next one', async () => {
  const { server, start } = setUp();
  await server.current();
  start.mockRejectedValueOnce(new SetupError('SyntaxError in app.ts'));
  await server.restart();
  expect(server.state()).toEqual({ status: 'failed', starts: 1, problem: 'SyntaxError in app.ts' });
  expect(await server.current()).toBeUndefined();

  await server.restart();
  expect(server.state()).toEqual({ status: 'up', starts: 2 });
});

test('reports a server that ends by itself, and starts it again with the next change', async () => {
  const { server, exits } = setUp();
  await server.current();
  exits[0]!('exit code 7');
  expect(server.state()).toMatchObject({ status: 'failed', problem: expect.stringContaining('exit code 7') });
  await server.restart();
  expect(server.state()).toEqual({ status: 'up', starts: 2 });
});

test('a change during a start leads to exactly one more start', async () => {
  const { server, start } = setUp();
  let finish = () => {};
  await server.current();
  start.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { host: '127.0.0.1', port: 9, stop: async () => {} };
  });
  const first = server.restart();
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
  const others = [server.restart(), server.restart()];
  finish();
  await Promise.all([first, ...others]);
  expect(start).toHaveBeenCalledTimes(3);
});

test('once stopped, it starts nothing', async () => {
  const { server, start, stopped } = setUp();
  await server.stop();
  await server.restart();
  expect(start).toHaveBeenCalledTimes(1);
  expect(stopped).toEqual([1]);
});

test('watches the server and the packages that it imports', () => {
  const folders = installation.server.sourceFolders().map((folder) => folder.replaceAll('\\', '/'));
  expect(folders).toEqual([
    expect.stringMatching(/\/apps\/server\/src$/),
    expect.stringMatching(/\/packages\/shared\/src$/),
    expect.stringMatching(/\/packages\/token-verify\/src$/),
  ]);
});

test('notices saved source files, also in new subfolders, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  writeFileSync(join(folder, 'app.ts'), '');
  const onChange = vi.fn();
  const stop = watchSources([folder], onChange);
  writeFileSync(join(folder, 'notes.md'), 'x');
  writeFileSync(join(folder, 'app.ts'), 'export {};');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 30_000 });
  mkdirSync(join(folder, 'feature'));
  await vi.waitFor(
    () => {
      writeFileSync(join(folder, 'feature/routes.ts'), 'export {};');
      expect(onChange.mock.calls.length).toBeGreaterThan(1);
    },
    { timeout: 5_000, interval: 200 },
  );
  stop();
  rmSync(folder, { recursive: true });
});
