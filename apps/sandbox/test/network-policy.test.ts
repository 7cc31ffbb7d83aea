import { describe, expect, test } from 'vitest';
import { destinationOf, refusalOf } from '../src/contract/network-policy.ts';
import { parseProxiedPath, toOriginalUrl, toProxiedPath } from '../src/contract/proxied-url.ts';
import { serverOrigins } from '../src/node/app/find-apps.ts';

const policy = {
  appOrigins: ['https://app.example'],
  allowedHosts: ['api.example', 'localhost:8080', 'allowed.fly.dev'],
};

describe('a request to', () => {
  test.each([
    ['https://app.example/api', false, 'app'],
    ['https://app.example:443/api', false, 'app'],
    ['http://app.example/api', false, 'refused'],
    ['https://app.example:8443/api', false, 'refused'],
    ['https://app.example.evil.example/api', false, 'refused'],
    ['https://sub.app.example/api', false, 'refused'],
    ['https://api.example/', false, 'host'],
    ['http://api.example/', false, 'host'],
    ['https://api.example:8443/', false, 'refused'],
    ['https://www.api.example/', false, 'refused'],
    ['https://api.example.com/', false, 'refused'],
    ['http://localhost:8080/', false, 'host'],
    ['http://localhost:8081/', false, 'refused'],
    ['http://127.0.0.1:8080/', false, 'refused'],
    ['https://my-app.trycloudflare.com/api', false, 'app'],
    ['https://trycloudflare.com/', false, 'refused'],
    ['https://my-app.trycloudflare.com.evil.example/', false, 'refused'],
    ['https://allowed.fly.dev/', false, 'host'],
  ])('%s goes to: %3$s', (url, carriesToken, destination) => {
    expect(destinationOf(new URL(url), carriesToken, policy)).toBe(destination);
  });

  test.each([
    ['https://tunnel.example/api', 'app'],
    ['https://api.example/', 'host'],
    ['ftp://tunnel.example/', 'refused'],
    ['data:text/plain,hello', 'refused'],
  ])('%s with the session token goes to: %s', (url, destination) => {
    expect(destinationOf(new URL(url), true, policy)).toBe(destination);
  });
});

test('a refusal names the host and the options', () => {
  expect(refusalOf('tunnel.example:8443')).toContain('--api-host tunnel.example:8443');
  expect(refusalOf('tunnel.example:8443')).toContain('--allow-host tunnel.example:8443');
});

describe('a path of the proxy', () => {
  test.each([
    'https://app.example/api?ids[]=1&name=%7Ba%7D',
    'http://localhost:8080/',
    'http://[::1]:3000/a//b',
    'https://xn--bcher-kva.example//evil.example/%2e%2e/',
  ])('leads back to %s', (href) => {
    for (const kind of ['plain', 'token'] as const) {
      for (const withCredentials of [false, true]) {
        const proxied = parseProxiedPath(toProxiedPath(new URL(href), kind, withCredentials));
        expect(proxied).toEqual({ url: new URL(href), kind, withCredentials });
      }
    }
  });

  test.each([
    'plain/https/app.example',
    'plain/ftp/app.example/',
    'other/https/app.example/',
    'plain+other/https/app.example/',
    'plain/https/user%40app.example/',
    'plain/https/api.example%5C%40app.example/',
    'plain/https/app.example%2Fpath/',
    'plain/https/app.example%23/',
    'plain/https/%ff/',
    'plain/https/APP.example/',
    'plain/https//app.example/',
    '',
  ])('is rejected as %s', (rest) => {
    expect(parseProxiedPath(`/.sandbox-proxy/${rest}`)).toBeUndefined();
  });
});

test.each([
  ['http://127.0.0.1:1/.sandbox-proxy/plain/https/app.example/api?a=1', 'https://app.example/api?a=1'],
  ['http://127.0.0.1:1/api?a=1', 'http://127.0.0.1:1/api?a=1'],
  ['', ''],
])('the response URL %s shows as %s', (url, original) => {
  expect(toOriginalUrl(url)).toBe(original);
});

test.each([
  ['http://localhost:3000', ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']],
  ['http://127.0.0.1:3000', ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']],
  ['https://api.example', ['https://api.example']],
  [undefined, []],
])("the developer's server at %s is known by its origins in the source", (api, origins) => {
  expect(serverOrigins(api, [])).toEqual(origins);
  expect(serverOrigins(api, ['mine.example'])).toEqual([
    'https://mine.example',
    'http://mine.example',
    ...origins,
  ]);
});
