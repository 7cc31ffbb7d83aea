import { expect, test } from 'vitest';
import { frameDocument, pageDocument } from '../src/node/page-server/documents.ts';

test('the page turns DNS prefetching off, because the host name of a link could leak data', () => {
  expect(pageDocument('http://127.0.0.1:1').html).toContain(
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
  );
});

test.each([
  [true, 'connect-src http: https:'],
  [false, "connect-src 'none'"],
])('with network access %s, the policy of the frame has %s', (networkAccess, directive) => {
  expect(frameDocument({ networkAccess }).contentSecurityPolicy.split('; ')).toContain(directive);
});
