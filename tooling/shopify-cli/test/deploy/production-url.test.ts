import { expect, test } from 'vitest';
import { checkApplicationUrl, findProductionUrl } from '../../src/deploy/production-url.ts';

const FILE = '.env.production';
const find = (shell?: string, file?: string) =>
  findProductionUrl({ shell, file: { name: FILE, value: file } });

test('uses the address of the file', () => {
  expect(find(undefined, 'https://api.shop.dev')).toEqual({
    ok: true,
    url: 'https://api.shop.dev',
    source: FILE,
  });
});

test('prefers the shell, as the CLI does', () => {
  expect(find('https://shell.shop.dev', 'https://file.shop.dev')).toMatchObject({
    url: 'https://shell.shop.dev',
    source: 'the shell',
  });
});

test.each(['', '  '])('an empty APP_URL of the shell (%j) leaves the choice to the file', (shell) => {
  expect(find(shell, 'https://file.shop.dev')).toMatchObject({ ok: true, source: FILE });
});

test('accepts an address with a path, and one with a port', () => {
  expect(find('https://shop.dev/loyalty')).toMatchObject({ ok: true });
  expect(find('https://shop.dev:8443')).toMatchObject({ ok: true });
});

test('rejects a deployment without an address', () => {
  expect(find()).toEqual({
    ok: false,
    problem: `APP_URL is set neither in the shell nor in ${FILE}`,
  });
});

test.each([
  ['api.shop.dev', 'is not a URL'],
  ['http://api.shop.dev', 'must start with https://'],
  ['https://user@api.shop.dev', 'an address alone'],
  ['https://api.shop.dev/?x=1', 'an address alone'],
  ['https://api.shop.dev/#x', 'an address alone'],
  ['https://:secret@api.shop.dev', 'an address alone'],
  ['https://api.shop.dev/api', 'must not end in /api'],
  ['https://api.shop.dev/api/', 'must not end in /api'],
  ['https://shop.dev/loyalty/api', 'must not end in /api'],
  ['https://127.0.0.1', 'is an IP address'],
  ['https://10.0.0.5', 'is an IP address'],
  ['https://8.8.8.8', 'is an IP address'],
  ['https://2130706433', 'is an IP address'],
  ['https://0x7f.1', 'is an IP address'],
  ['https://[::1]:3000', 'is an IP address'],
  ['https://[fd00::1]', 'is an IP address'],
])('rejects %s', (url, problem) => {
  expect(find(url)).toEqual({ ok: false, problem: expect.stringContaining(problem), source: 'the shell' });
});

test('names no credentials in its message', () => {
  expect(JSON.stringify(find('https://user:secret@api.shop.dev'))).not.toContain('secret');
});

test.each([
  'some-words.trycloudflare.com',
  'SOME-WORDS.TryCloudflare.com',
  'abc.ngrok.io',
  'abc.eu.ngrok.io',
  'abc.ngrok.app',
  'abc.ngrok.dev',
  'abc.ngrok-free.app',
  'abc.ngrok-free.dev',
  'abc.loca.lt',
  'abc.lhr.life',
  'abc.localhost.run',
  'abc.serveo.net',
  'abc.a.free.pinggy.link',
  'abc-3000.euw.devtunnels.ms',
  'abc-3000.app.github.dev',
  'machine.tail1234.ts.net',
  '3000-abc.ws-eu1.gitpod.io',
  'abc.local-credentialless.webcontainer.io',
  'abc-3000.csb.app',
  'abc.replit.dev',
  'bore.pub',
  'abc.zrok.io',
])('rejects %s, an address of a development session', (host) => {
  expect(find(`https://${host}`)).toMatchObject({
    problem: expect.stringContaining('a development session'),
  });
});

test.each([
  'localhost',
  'localhost.',
  'localhost:3000',
  'app.localhost',
  'my-macbook',
  'my-macbook.local',
  'my-macbook.lan',
  'api.test',
  'api.internal',
  'api.home.arpa',
  'example.com',
  'api.example.com',
  'example.com.',
  'api.your-domain.com',
  '10-0-0-5.nip.io',
  'api.lvh.me',
  'shopify.dev',
  'shop.myshopify.com',
])('rejects %s, which is not a production server', (host) => {
  expect(find(`https://${host}`)).toMatchObject({ ok: false });
});

test.each([
  'https://myexample.com',
  'https://trycloudflare.com.shop.dev',
  'https://nottrycloudflare.com',
  'https://testing.shop.dev',
  'https://local.shop.dev',
  'https://lan.dev',
  'https://api.shop.dev/apis',
  'https://app.fly.dev',
  'https://app.onrender.com',
  'https://app.vercel.app',
])('accepts %s, which only resembles one', (url) => expect(find(url)).toMatchObject({ ok: true }));

test('application_url may have a path on the same server', () => {
  expect(checkApplicationUrl('https://api.shop.dev/', 'https://api.shop.dev')).toEqual({});
  expect(checkApplicationUrl('https://api.shop.dev/open', 'https://api.shop.dev')).toEqual({});
});

test.each(['https://admin.shop.dev', 'https://api.shop.dev:8443'])(
  'warns when application_url is %s, on another host',
  (value) => {
    expect(checkApplicationUrl(value, 'https://api.shop.dev')).toEqual({
      warning: expect.stringContaining('Webhooks and merchants go to the first'),
    });
  },
);

test.each([
  undefined,
  '',
  42,
  'https://shopify.dev/apps/default-app-home',
  'https://some-words.trycloudflare.com',
  'https://localhost:3458',
  'http://api.shop.dev',
  'api.shop.dev',
])('rejects application_url = %j', (value) => {
  expect(checkApplicationUrl(value, 'https://api.shop.dev')).toEqual({
    problem: expect.stringContaining('application_url'),
  });
});
