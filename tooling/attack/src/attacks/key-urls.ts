import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeSegment } from '@session-token/token-issuer';
import { type Attack, type AttackContext, tokenRequest } from './attack.ts';
import { genuineToken } from './genuine-token.ts';

/** A server of the attacker, which offers the key for tokens that name its URL. */
export interface KeyServer extends AsyncDisposable {
  /** Tokens that ask the backend to load their key. */
  attacks(): Attack[];
}

const KEY_ID = '1';

let keyPair: KeyPairKeyObjectResult | undefined;
/** The attacker's key. Generated once, because that takes longer than all other attacks. */
const attackerKey = () => (keyPair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));

/** Starts a key server on the loopback address, so only backends on this machine can reach it. */
export async function startKeyServer(): Promise<KeyServer> {
  const { publicKey, privateKey } = attackerKey();
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`;

  const signed = (context: AttackContext, header: object) => {
    const [, payload] = genuineToken(context, context.app.kinds[0]!).split('.');
    const input = `${encodeSegment({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header })}.${payload}`;
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  };
  const attack = (parameter: 'jku' | 'x5u'): Attack => ({
    ...{ name: `a reachable ${parameter}, and a signature by its key`, expected: 'rejected' },
    finding: 'signature/attacker-key',
    build(context) {
      requests = 0;
      return tokenRequest(context, signed(context, { [parameter]: url }));
    },
    alsoFinds: () => (requests > 0 ? ['signature/key-url'] : []),
  });
  return {
    attacks: () => [attack('jku'), attack('x5u')],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
