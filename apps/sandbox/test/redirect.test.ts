import { expect, test } from 'vitest';
import { rewriteRedirect } from '../src/node/proxy/redirect.ts';
import { routeOf } from '../src/node/proxy/route.ts';

const policy = { appOrigins: ['https://app.example'], allowedHosts: ['api.example', 'cdn.example'] };
const APP_SERVER = { host: 'localhost', port: 3000 };
const PROXY = '127.0.0.1:4200';

/** Redirects a request that was sent to this path of the proxy. */
function redirect(target: string, location: string, proxyHost = PROXY) {
  const route = routeOf(target, policy)!;
  const upstream = typeof route.to === 'object' ? route.to : APP_SERVER;
  return rewriteRedirect(location, { route, upstream, policy, proxyHost });
}

const PREFIX = '/.sandbox-proxy';
const APP = `${PREFIX}/token/https/app.example/api/old`;
const API = `${PREFIX}/plain/https/api.example/old`;

test.each([
  ["the app's address, by path", '/api/old', '/new?a=1', '/new?a=1'],
  ["the app's address, relative", '/api/old', 'new', '/api/new'],
  ["the app's address, by the server's own name", '/api/old', 'http://localhost:3000/new', '/new'],
  ['the application URL, by path', APP, '/new', `${PREFIX}/token/https/app.example/new`],
  [
    "the application URL, by the server's own name",
    APP,
    'http://localhost:3000/new',
    `${PREFIX}/token/https/app.example/new`,
  ],
  ['an allowed host, by path', API, '/new#part', `${PREFIX}/plain/https/api.example/new`],
])('a redirect of %s stays there', (_what, from, to, location) => {
  expect(redirect(from, to)).toEqual({ location });
});

test.each([
  ['an allowed host', API, 'https://cdn.example/new', `${PREFIX}/plain/https/cdn.example/new`],
  ['another scheme', API, 'http://api.example/new', `${PREFIX}/plain/http/api.example/new`],
  ['an application URL', API, 'https://app.example/new', `${PREFIX}/plain/https/app.example/new`],
  ['an allowed host', '/api/old', '//api.example/new', `${PREFIX}/plain/http/api.example/new`],
])(
  'a redirect to %s leads to the other name of the proxy, so the browser drops the token',
  (_what, from, to, path) => {
    expect(redirect(from, to)).toEqual({ location: `http://localhost:4200${path}` });
    expect(redirect(from, to, 'localhost:4200')).toEqual({ location: `http://127.0.0.1:4200${path}` });
  },
);

test.each([
  ['/api/old', 'https://evil.example/', 'evil.example'],
  [API, 'https://evil.example:8443/', 'evil.example:8443'],
  // Without the token, another host is not the app.
  [APP, 'https://tunnel.example/', 'tunnel.example'],
  [APP, 'javascript:alert(1)', 'javascript:'],
  [API, 'file:///etc/passwd', 'file:'],
])('a redirect of %s to %s is refused', (from, to, refusedHost) => {
  expect(redirect(from, to)).toEqual({ refusedHost });
});

test('a location that no browser follows is passed on', () => {
  expect(redirect('/api/old', 'http://[')).toEqual({ location: 'http://[' });
});

test.each([
  ['/api?a=1', { to: 'app', path: '/api?a=1' }],
  [APP, { to: 'app', path: '/api/old', url: new URL('https://app.example/api/old') }],
  [API, { to: { host: 'api.example', port: 443, isSecure: true }, path: '/old' }],
  [`${PREFIX}/plain/http/api.example/`, { to: { host: 'api.example', port: 80, isSecure: false } }],
  [`${PREFIX}/plain/https/tunnel.example/`, { to: 'refused' }],
  [`${PREFIX}/token/https/tunnel.example/`, { to: 'app' }],
  [
    `${PREFIX}/token+credentials/http/127.0.0.1%3A4200/api`,
    { to: 'app', path: '/api', withCredentials: true },
  ],
])('the proxy routes %s', (target, route) => {
  expect(routeOf(target, policy)).toMatchObject(route);
});

test('the proxy rejects a path with its prefix that no page and no worker writes', () => {
  expect(routeOf(`${PREFIX}/plain/https/`, policy)).toBeUndefined();
});
