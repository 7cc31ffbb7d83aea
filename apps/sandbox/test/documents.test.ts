import { expect, test } from 'vitest';
import { frameDocument, pageDocument, proxyPortOf } from '../src/node/page-server/documents.ts';

test('the page turns DNS prefetching off, because the host name of a link could leak data', () => {
  expect(pageDocument({ name: 'page', frameOrigin: 'http://127.0.0.1:1' }).html).toContain(
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
  );
});

test.each([
  [4200, 'connect-src http://127.0.0.1:4200 http://localhost:4200'],
  [undefined, "connect-src 'none'"],
])('a frame with the proxy on port %s has the policy %s', (proxyPort, directive) => {
  expect(frameDocument({ proxyPort }).contentSecurityPolicy.split('; ')).toContain(directive);
});

test.each([
  ['proxy=4200', 4200],
  ['proxy=4201', undefined],
  ['', undefined],
])('a frame of ?%s may connect to %s, if only 4200 is a proxy', (query, port) => {
  expect(proxyPortOf(new URLSearchParams(query), (candidate) => candidate === 4200)).toBe(port);
});
