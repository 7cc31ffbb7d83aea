import { createHash, createHmac } from 'node:crypto';
import { signToken, tamperToken } from '@session-token/token-issuer';
import { describe, test } from 'vitest';
import {
  CLIENT_ID,
  encodeJson,
  expectRejected,
  FOREIGN_SECRET,
  genuineClaims,
  type HostileCase,
  mint,
  mintStaff,
  NOW_SECONDS,
  SECRET,
  segmentsOf,
} from './setup.ts';

const genuine = mint();
const [header, payload, signature] = segmentsOf(genuine);
const [, otherPayload, otherSignature] = segmentsOf(mint());
const bytes = Buffer.from(signature, 'base64url');

const forged = (attack: string, token: string): HostileCase => ({ attack, token, code: 'bad_signature' });
const withSignature = (other: Buffer) => `${header}.${payload}.${other.toString('base64url')}`;

const cases: HostileCase[] = [
  forged('claims edited to name another customer', tamperToken(genuine, { sub: 'gid://shopify/Customer/1' })),
  forged('claims edited to name another shop', tamperToken(genuine, { dest: 'victim.myshopify.com' })),
  forged('claims edited to expire later', tamperToken(genuine, { exp: NOW_SECONDS + 600 })),
  forged('a claim added', tamperToken(genuine, { sid: 'x' })),
  forged("a customer's token edited into a user's", tamperToken(mintStaff(), { sub: '1' })),
  forged('the same claims written with a space between', mintRespaced()),
  forged(
    'the header of another genuine token form',
    `${encodeJson({ alg: 'HS256' })}.${payload}.${signature}`,
  ),
  forged('the payload of another genuine token', `${header}.${otherPayload}.${signature}`),
  forged('the signature of another genuine token', `${header}.${payload}.${otherSignature}`),
  forged("another app's secret", mint({}, { secret: FOREIGN_SECRET })),
  forged('our client id, which is public, as the secret', mint({}, { secret: CLIENT_ID })),
  forged('an empty secret', signToken({ alg: 'HS256' }, genuineClaims(), '')),
  forged('our secret without its prefix', mint({}, { secret: SECRET.replace('shpss_', '') })),
  forged('our secret in capitals', mint({}, { secret: SECRET.toUpperCase() })),
  forged('our secret with a line feed after it', mint({}, { secret: `${SECRET}\n` })),
  forged('no signature', `${header}.${payload}.`),
  forged('a signature of zeros', withSignature(Buffer.alloc(32))),
  forged('a signature cut to 31 bytes', withSignature(bytes.subarray(0, 31))),
  forged('a signature cut to 16 bytes, half of SHA-256', withSignature(bytes.subarray(0, 16))),
  forged('a signature cut to one byte', withSignature(bytes.subarray(0, 1))),
  forged('a signature with a byte after it', withSignature(Buffer.concat([bytes, Buffer.of(0)]))),
  forged('a signature twice over', withSignature(Buffer.concat([bytes, bytes]))),
  forged('a reversed signature', withSignature(Buffer.from(bytes).reverse())),
  forged('a signature in hexadecimal', `${header}.${payload}.${bytes.toString('hex')}`),
  forged('an HMAC-SHA-512 by our own secret', withSignature(hmac('sha512', `${header}.${payload}`))),
  forged(
    'an HMAC-SHA-512 cut to 32 bytes',
    withSignature(hmac('sha512', `${header}.${payload}`).subarray(0, 32)),
  ),
  forged('an HMAC of the payload alone', withSignature(hmac('sha256', payload))),
  forged('an HMAC of the decoded payload', withSignature(hmac('sha256', Buffer.from(payload, 'base64url')))),
  forged(
    'a plain SHA-256 of the token',
    withSignature(createHash('sha256').update(`${header}.${payload}`).digest()),
  ),
  forged(
    'a key of the attacker in the header, and a signature by it',
    mint(
      {},
      {
        secret: FOREIGN_SECRET,
        header: { alg: 'HS256', jwk: { kty: 'oct', k: Buffer.from(FOREIGN_SECRET).toString('base64url') } },
      },
    ),
  ),
  forged(
    'a key URL in the header, and a signature by one of its keys',
    mint({}, { secret: FOREIGN_SECRET, header: { alg: 'HS256', jku: 'https://attacker.example/keys.json' } }),
  ),
  forged(
    'a kid that points to an empty file, and a signature by the empty secret',
    signToken({ alg: 'HS256', kid: '../../../../dev/null' }, genuineClaims(), ''),
  ),
  forged('everything wrong at once: a foreign, expired token for another app', foreignAndExpired()),
];

describe('a wrong signature', () => {
  test.each(cases)('is rejected: $attack', expectRejected);
});

function hmac(hash: string, data: string | Buffer): Buffer {
  return createHmac(hash, SECRET).update(data).digest();
}

function mintRespaced(): string {
  const json = Buffer.from(payload, 'base64url').toString().replace(',', ', ');
  return `${header}.${Buffer.from(json).toString('base64url')}.${signature}`;
}

/** Rejected as bad_signature: without the secret, nobody learns anything about the claims. */
function foreignAndExpired(): string {
  return mint({ aud: 'other', exp: 1, dest: 'x' }, { secret: FOREIGN_SECRET });
}
