import { createHash, createHmac } from 'node:crypto';
import { encodeSegment, signToken, tamperToken } from '../sign.ts';
import { changeCase, FOREIGN_SECRET, type Forge } from './forge.ts';
import { type Build, type HostileToken, hostile } from './row.ts';

type Parts = ReturnType<Forge['genuineParts']>;

const forged = (name: string, build: Build): HostileToken =>
  hostile('signature', 'bad_signature', undefined, name, build);

const signedWith = (name: string, secret: (forge: Forge) => string) =>
  forged(`signed with ${name}`, (forge) => forge.mint({}, { secret: secret(forge) }));

/** Keeps the header and payload of a genuine token, and replaces its signature. */
const withSignature = (name: string, signature: (bytes: Buffer, parts: Parts, forge: Forge) => Buffer) =>
  forged(name, (forge) => {
    const parts = forge.genuineParts();
    const bytes = signature(Buffer.from(parts.signature, 'base64url'), parts, forge);
    return `${parts.header}.${parts.payload}.${bytes.toString('base64url')}`;
  });

const hmac = (hash: string, secret: string, data: string | Buffer) =>
  createHmac(hash, secret).update(data).digest();
const inputOf = ({ header, payload }: Parts) => `${header}.${payload}`;

const EDITED = [
  forged('claims edited to name another customer', ({ mint }) =>
    tamperToken(mint(), { sub: 'gid://shopify/Customer/1' }),
  ),
  forged('claims edited to name another shop', ({ mint }) =>
    tamperToken(mint(), { dest: 'victim.myshopify.com' }),
  ),
  forged('claims edited to expire later', ({ mint, nowSeconds }) =>
    tamperToken(mint(), { exp: nowSeconds + 600 }),
  ),
  forged('a claim added', ({ mint }) => tamperToken(mint(), { sid: 'x' })),
  forged("staff's token edited to name another user", ({ mintStaff }) =>
    tamperToken(mintStaff(), { sub: '1' }),
  ),
  forged('the same claims written with a space between', ({ genuineParts }) => {
    const { header, payload, signature } = genuineParts();
    const json = Buffer.from(payload, 'base64url').toString().replace(',', ', ');
    return `${header}.${encodeSegment(json)}.${signature}`;
  }),
  forged('the header of another genuine token form', ({ genuineParts }) => {
    const { payload, signature } = genuineParts();
    return `${encodeSegment({ alg: 'HS256' })}.${payload}.${signature}`;
  }),
  forged('the payload of another genuine token', ({ genuineParts }) => {
    const { header, signature } = genuineParts();
    return `${header}.${genuineParts().payload}.${signature}`;
  }),
  forged('the signature of another genuine token', ({ genuineParts }) => {
    const { header, payload } = genuineParts();
    return `${header}.${payload}.${genuineParts().signature}`;
  }),
];

const OTHER_SECRETS = [
  signedWith("another app's secret", () => FOREIGN_SECRET),
  signedWith('our client id, which is public', ({ clientId }) => clientId),
  signedWith('an empty secret', () => ''),
  signedWith('our secret without its first six characters', ({ secret }) => secret.slice(6)),
  signedWith('our secret with a letter in the other case', ({ secret }) => changeCase(secret)),
  signedWith('our secret with a line feed after it', ({ secret }) => `${secret}\n`),
];

const OTHER_BYTES = [
  forged('no signature', ({ genuineParts }) => `${inputOf(genuineParts())}.`),
  withSignature('a signature of zeros', () => Buffer.alloc(32)),
  withSignature('a signature cut to 31 bytes', (bytes) => bytes.subarray(0, 31)),
  withSignature('a signature cut to 16 bytes, half of SHA-256', (bytes) => bytes.subarray(0, 16)),
  withSignature('a signature cut to one byte', (bytes) => bytes.subarray(0, 1)),
  withSignature('a signature with a byte after it', (bytes) => Buffer.concat([bytes, Buffer.of(0)])),
  withSignature('a signature twice over', (bytes) => Buffer.concat([bytes, bytes])),
  withSignature('a reversed signature', (bytes) => Buffer.from(bytes.toReversed())),
  forged('a signature in hexadecimal', ({ genuineParts }) => {
    const parts = genuineParts();
    return `${inputOf(parts)}.${Buffer.from(parts.signature, 'base64url').toString('hex')}`;
  }),
  withSignature('an HMAC-SHA-512 by our own secret', (_bytes, parts, { secret }) =>
    hmac('sha512', secret, inputOf(parts)),
  ),
  withSignature('an HMAC-SHA-512 cut to 32 bytes', (_bytes, parts, { secret }) =>
    hmac('sha512', secret, inputOf(parts)).subarray(0, 32),
  ),
  withSignature('an HMAC of the payload alone', (_bytes, { payload }, { secret }) =>
    hmac('sha256', secret, payload),
  ),
  withSignature('an HMAC of the decoded payload', (_bytes, { payload }, { secret }) =>
    hmac('sha256', secret, Buffer.from(payload, 'base64url')),
  ),
  withSignature('a plain SHA-256 of the token', (_bytes, parts) =>
    createHash('sha256').update(inputOf(parts)).digest(),
  ),
];

const KEYS_IN_THE_HEADER = [
  forged("the attacker's key in the header, and a signature by it", ({ mint }) => {
    const k = Buffer.from(FOREIGN_SECRET).toString('base64url');
    return mint({}, { secret: FOREIGN_SECRET, header: { alg: 'HS256', jwk: { kty: 'oct', k } } });
  }),
  forged('a key URL in the header, and a signature by one of its keys', ({ mint }) =>
    mint({}, { secret: FOREIGN_SECRET, header: { alg: 'HS256', jku: 'https://attacker.example/keys.json' } }),
  ),
  forged('a kid that points to an empty file, and a signature by the empty secret', ({ genuineClaims }) =>
    signToken({ alg: 'HS256', kid: '../../../../dev/null' }, genuineClaims(), ''),
  ),
];

/** Tokens without a valid signature by the app's secret. */
export const SIGNATURES: readonly HostileToken[] = [
  ...EDITED,
  ...OTHER_SECRETS,
  ...OTHER_BYTES,
  ...KEYS_IN_THE_HEADER,
  // Without the secret, nobody learns anything about the claims.
  forged('everything wrong at once: a foreign, expired token for another app', ({ mint }) =>
    mint({ aud: 'other', exp: 1, dest: 'x' }, { secret: FOREIGN_SECRET }),
  ),
];
