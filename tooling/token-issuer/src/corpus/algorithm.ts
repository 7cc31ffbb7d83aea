import { encodeSegment, type Segment } from '../sign.ts';
import { type Build, type HostileToken, hostile } from './row.ts';

const NONE = ['none', 'None', 'NONE', 'nOnE'];
const SPELLINGS = [
  'hs256',
  'Hs256',
  'HS256 ',
  ' HS256',
  'HS256\0',
  'HS-256',
  'HMAC-SHA256',
  'SHA256',
  'HS2560',
];
const LOOKALIKE = '\u041dS256';
const SYMMETRIC = ['HS384', 'HS512', 'HS1'];
const ASYMMETRIC = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES256K', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'ML-DSA-44'],
];
const ENCRYPTION = ['dir', 'A128KW', 'RSA-OAEP', 'PBES2-HS256+A128KW'];

const row = (name: string, build: Build) =>
  hostile('algorithm', 'unsupported_algorithm', undefined, name, build);

/** Signs the header correctly with HS256, so that only the header is wrong. */
const signed = (name: string, header: Segment) => row(name, ({ signHeader }) => signHeader(header));

export const ALGORITHMS: readonly HostileToken[] = [
  ...[...NONE, ...SPELLINGS, LOOKALIKE, ...SYMMETRIC, ...ASYMMETRIC, ...ENCRYPTION, ''].map((alg) =>
    signed(`alg ${JSON.stringify(alg)} over an HMAC by our own secret`, { alg, typ: 'JWT' }),
  ),
  row('alg none and no signature', ({ genuineParts }) => {
    const header = encodeSegment({ alg: 'none', typ: 'JWT' });
    return `${header}.${genuineParts().payload}.`;
  }),
  row('alg none and the signature of a genuine token', ({ genuineParts }) => {
    const { payload, signature } = genuineParts();
    return `${encodeSegment({ alg: 'none' })}.${payload}.${signature}`;
  }),
  signed('no alg', { typ: 'JWT' }),
  signed('an empty header', {}),
  signed('alg null', { alg: null }),
  signed('alg true', { alg: true }),
  signed('alg 256', { alg: 256 }),
  signed('alg as a list that holds HS256', { alg: ['HS256'] }),
  signed('alg as an object', { alg: { name: 'HS256' } }),
  signed('the field name alg in capitals', { ALG: 'HS256' }),
  signed('alg by way of __proto__', '{"__proto__":{"alg":"HS256"}}'),
  signed('alg HS256 first and none after it', '{"alg":"HS256","alg":"none"}'),
  signed('the header of a JWE', { alg: 'dir', enc: 'A256GCM' }),
  signed("RS256 with the attacker's key in the header", {
    alg: 'RS256',
    jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
  }),
];
