import { describe, expect, test } from 'vitest';
import { type Resolve, resolveTarget } from '../src/options/target.ts';
import { runAttack } from '../src/run.ts';
import { UsageError } from '../src/usage-error.ts';
import { attackUrl, OPTIONS } from './attack-server.ts';
import { listen, startServer } from './correct-server/server.ts';

const resolvesTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const check = (url: string, resolve: Resolve = resolvesTo(), ownsTarget = false) =>
  resolveTarget(url, { ownsTarget, resolve });

describe('a target on this machine', () => {
  test.each([
    'http://127.0.0.1:3000/',
    'http://127.0.0.2/',
    'http://127.255.255.255/',
    'http://[::1]:3000/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/', // 127.0.0.1 as a number
    'http://0x7f.1/',
    'https://127.0.0.1/',
  ])('%s is allowed', async (url) => {
    await expect(check(url)).resolves.toBeDefined();
  });

  test('localhost is allowed if all its addresses are loopback', async () => {
    const { addresses } = await check('http://localhost:3000/', resolvesTo('::1', '127.0.0.1'));
    expect(addresses).toEqual([
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ]);
  });
});

describe('a target elsewhere', () => {
  test.each([
    'http://126.255.255.255/',
    'http://128.0.0.1/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://[::]/',
    'http://[::2]/',
    'http://[fe80::1]/',
    'http://[::ffff:10.0.0.1]/',
  ])('%s needs --i-own-this', async (url) => {
    await expect(check(url)).rejects.toThrow('add --i-own-this');
    await expect(check(url, resolvesTo(), true)).resolves.toBeDefined();
  });

  test.each([
    ['localhost', ['203.0.113.7']],
    ['localhost.example.com', ['203.0.113.7']],
    ['127.0.0.1.example.com', ['203.0.113.7']],
    ['api.example.com', ['127.0.0.1', '203.0.113.7']],
  ])('%s that resolves to %s needs --i-own-this', async (name, addresses) => {
    await expect(check(`http://${name}/`, resolvesTo(...addresses))).rejects.toThrow('203.0.113.7');
    await expect(check(`http://${name}/`, resolvesTo(...addresses), true)).resolves.toBeDefined();
  });
});

test.each([
  ['ftp://127.0.0.1/', 'http://'],
  ['localhost:3000', 'http://'],
  ['nonsense', 'http://'],
  ['http://user@127.0.0.1/', 'user'],
  ['http://127.0.0.1/#x', 'fragment'],
  ['http://unknown.invalid/', 'cannot be resolved'],
])('%s is not a target', async (url, message) => {
  await expect(check(url)).rejects.toThrow(UsageError);
  await expect(check(url)).rejects.toThrow(message);
});

test('connects to the addresses that were checked, whatever the name resolves to later', async () => {
  await using server = await startServer();
  const target = await check(server.url.replace('127.0.0.1', 'name.invalid'), resolvesTo('127.0.0.1'));
  expect(await runAttack({ ...OPTIONS, maxRequests: 50 }, target)).toMatchObject({
    state: 'incomplete',
    reason: '--max-requests ended the run. Raise it.',
  });
});

test('follows no redirect, to any host', async () => {
  let requests = 0;
  await using other = await listen((_request, response) => {
    requests += 1;
    response.end();
  });
  for (const status of [301, 302, 303, 307, 308]) {
    await using server = await listen((_request, response) =>
      response.writeHead(status, { location: other.url }).end(),
    );
    const { state, reason } = await attackUrl(server.url);
    expect(state).toBe('void');
    expect(reason).toContain(`it answered ${status}, to ${other.url}`);
    expect(reason).toContain('Redirects are not followed');
  }
  expect(requests).toBe(0);
});
