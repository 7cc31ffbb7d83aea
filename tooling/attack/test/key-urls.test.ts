import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { attackServer } from './attack-server.ts';
import { SERVER } from './correct-server/server.ts';

/** Verifies a token with the key from the URL in its header, as a backend that trusts it would. */
async function isSignedByItsUrl(token: string): Promise<boolean> {
  const [header = '', payload, signature = ''] = token.split('.');
  const { jku } = JSON.parse(Buffer.from(header, 'base64url').toString());
  if (!jku?.startsWith('http:')) return false;
  const { keys } = (await (await fetch(jku)).json()) as { keys: [object] };
  const key = createPublicKey({ key: keys[0] as never, format: 'jwk' });
  return verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
}

test('finds a server that accepts a token by the key from its own URL', async () => {
  const { findings } = await attackServer({
    rejected(response, cors, token) {
      const check = isSignedByItsUrl(token).catch(() => false);
      check.then((isSigned) => (isSigned ? SERVER.accepted : SERVER.rejected)(response, cors, token));
    },
  });
  expect(findings.map(({ id, attacks }) => [id, attacks])).toEqual([
    ['signature/attacker-key', ['a reachable jku, and a signature by its key']],
    ['signature/key-url', ['a reachable jku, and a signature by its key']],
  ]);
});
