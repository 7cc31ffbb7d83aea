import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { type ExternalServer, watchExternalServer } from '../src/node/app/external-server.ts';
import { originsOf } from '../src/node/app/find-apps.ts';
import { closeServer, findFreePort, listenOnLoopback } from '../src/node/http/listen.ts';
import { parseApi } from '../src/node/terminal/api-option.ts';

let watched: ExternalServer | undefined;
afterEach(() => watched?.stop());

test("counts each time that the developer's server listens again, and sends it no request", async () => {
  const port = await findFreePort(createServer);
  const origin = `http://127.0.0.1:${port}`;
  const onState = vi.fn();
  watched = watchExternalServer({ origin, onState, intervalMs: 5 });
  expect(await watched.firstLook).toBe(false);
  expect(onState.mock.calls).toEqual([
    [{ status: 'failed', starts: 0, problem: `Nothing listens at ${origin}.` }],
  ]);
  expect(await watched.current()).toMatchObject({ host: '127.0.0.1', port });

  for (const starts of [1, 2]) {
    const requested = vi.fn();
    const server = createServer(requested);
    await listenOnLoopback(server, port);
    await expect.poll(() => watched!.state()).toEqual({ status: 'up', starts });
    await closeServer(server);
    await expect.poll(() => watched!.state().status).toBe('failed');
    expect(requested).not.toHaveBeenCalled();
  }
});

test.each([
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['https://127.0.0.1:8443', 'https://127.0.0.1:8443'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['https://staging.example', 'https://staging.example'],
])('--api %s is %s, with staging.example allowed', (text, origin) => {
  expect(parseApi(text, ['staging.example'])).toBe(origin);
});

test.each([
  ['localhost:3000', 'Write --api http://localhost:3000'],
  ['3000', 'Write --api http://localhost:3000'],
  ['', '--api takes the address of your server'],
  ['http://localhost:3000/app', '--api http://localhost:3000'],
  ['http://localhost:3000?a', '--api http://localhost:3000'],
  ['http://user:password@localhost:3000', 'without a path or credentials'],
  ['https://api.example', 'add --allow-host api.example'],
  ['https://staging.example:8443', 'add --allow-host staging.example:8443'],
  ['http://localhost.example', 'add --allow-host localhost.example'],
])('--api "%s" is rejected: %s', (text, message) => {
  expect(() => parseApi(text, ['staging.example'])).toThrow(message);
});

test('the origins of apps are those of their application_url, if it is one', () => {
  const app = (applicationUrl?: string) => ({
    root: '/',
    file: '/a',
    ...(applicationUrl && { applicationUrl }),
  });
  const urls = [
    'https://app.example/home',
    'https://app.example',
    'http://localhost:3000',
    'app.example',
    'app:x',
  ];
  expect(originsOf([app(), ...urls.map(app)])).toEqual(['https://app.example', 'http://localhost:3000']);
});
