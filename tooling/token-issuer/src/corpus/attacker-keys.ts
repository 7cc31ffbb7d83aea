import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encodeSegment, signToken } from '../sign.ts';
import type { Forge } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

let rsa: KeyPair | undefined;
let ec: KeyPair | undefined;

/** Generated once per process, at first use: RSA keys take some 100 ms. */
const rsaKeys = () => (rsa ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
const ecKeys = () => (ec ??= generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** Signs genuine claims with the attacker's private key, as a library that trusts the header would verify them. */
function signAsymmetrically({ genuineClaims }: Forge, alg: 'RS256' | 'ES256', header: object): string {
  const { privateKey } = alg === 'RS256' ? rsaKeys() : ecKeys();
  const input = `${encodeSegment({ alg, typ: 'JWT', ...header })}.${encodeSegment(genuineClaims())}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

const jwkOf = ({ publicKey }: KeyPair) => publicKey.export({ format: 'jwk' });

const asymmetric = (name: string, alg: 'RS256' | 'ES256', header: () => object): HostileToken =>
  hostile('algorithm', 'unsupported_algorithm', undefined, name, (forge) =>
    signAsymmetrically(forge, alg, header()),
  );

/** A `kid` that makes the server look up a key which the attacker knows. */
const byKid = (name: string, kid: string, secret: string): HostileToken =>
  hostile('signature', 'bad_signature', undefined, `a kid that ${name}`, ({ genuineClaims }) =>
    signToken({ alg: 'HS256', typ: 'JWT', kid }, genuineClaims(), secret),
  );

/** Tokens that name the key to verify them with, each with a valid signature by that key. */
export const ATTACKER_KEYS: readonly HostileToken[] = [
  asymmetric("RS256 by the attacker's key, with the key as jwk", 'RS256', () => ({ jwk: jwkOf(rsaKeys()) })),
  asymmetric("ES256 by the attacker's key, with the key as jwk", 'ES256', () => ({ jwk: jwkOf(ecKeys()) })),
  asymmetric("RS256 by the attacker's key, with its URL as jku", 'RS256', () => ({
    jku: 'https://attacker.example/keys.json',
    kid: '1',
  })),
  asymmetric("RS256 by the attacker's key, with its URL as x5u", 'RS256', () => ({
    x5u: 'https://attacker.example/certificate.pem',
  })),
  asymmetric("RS256 by the attacker's key, without naming it", 'RS256', () => ({})),
  byKid('selects a known key from a database', "x' UNION SELECT 'known'; --", 'known'),
  byKid('points to a file with known content', '../../../../proc/sys/kernel/randomize_va_space', '2\n'),
  byKid('names a property of every object', '__proto__', '[object Object]'),
];
