import { signSegments, signToken } from '@session-token/token-issuer';
import { describe, test } from 'vitest';
import {
  encodeJson,
  expectRejected,
  genuineClaims,
  type HostileCase,
  mint,
  SECRET,
  segmentsOf,
} from './setup.ts';

const claims = genuineClaims();
const [, payload, signature] = segmentsOf(mint());

/** Signs a header correctly with HS256, so that only the header is wrong. */
const withHeader = (header: object | string | Uint8Array) => signToken(header, claims, SECRET);

const algorithm = (attack: string, token: string): HostileCase => ({
  attack,
  token,
  code: 'unsupported_algorithm',
});

const OTHER_ALGORITHMS = [
  ...['none', 'None', 'NONE', 'nOnE'],
  ...[
    'hs256',
    'Hs256',
    'HS256 ',
    ' HS256',
    'HS256\0',
    'HS-256',
    'HMAC-SHA256',
    'SHA256',
    'HS2560',
    '\u041dS256',
  ],
  ...[
    'HS384',
    'HS512',
    'HS1',
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES256K',
    'ES384',
  ],
  ...['ES512', 'EdDSA', 'Ed25519', 'ML-DSA-44', 'dir', 'A128KW', 'RSA-OAEP', 'PBES2-HS256+A128KW', ''],
];

const algorithmCases: HostileCase[] = [
  ...OTHER_ALGORITHMS.map((alg) =>
    algorithm(`alg ${JSON.stringify(alg)} over an HMAC by our own secret`, withHeader({ alg, typ: 'JWT' })),
  ),
  algorithm('alg none and no signature', `${encodeJson({ alg: 'none', typ: 'JWT' })}.${payload}.`),
  algorithm(
    'alg none and the signature of a genuine token',
    `${encodeJson({ alg: 'none' })}.${payload}.${signature}`,
  ),
  algorithm('no alg', withHeader({ typ: 'JWT' })),
  algorithm('an empty header', withHeader({})),
  algorithm('alg null', withHeader({ alg: null })),
  algorithm('alg true', withHeader({ alg: true })),
  algorithm('alg 256', withHeader({ alg: 256 })),
  algorithm('alg as a list that holds HS256', withHeader({ alg: ['HS256'] })),
  algorithm('alg as an object', withHeader({ alg: { name: 'HS256' } })),
  algorithm('the field name in capitals', withHeader({ ALG: 'HS256' })),
  algorithm('alg by way of __proto__', withHeader('{"__proto__":{"alg":"HS256"}}')),
  algorithm('HS256 first and none after it', withHeader('{"alg":"HS256","alg":"none"}')),
  algorithm('the header of a JWE', withHeader({ alg: 'dir', enc: 'A256GCM' })),
  algorithm(
    'RS256 with a key of the attacker in the header',
    withHeader({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
  ),
];

const extension = (attack: string, header: object): HostileCase => ({
  attack,
  token: withHeader({ alg: 'HS256', ...header }),
  code: 'unsupported_header',
});

const extensionCases: HostileCase[] = [
  extension('crit that names b64, and b64 false', { crit: ['b64'], b64: false }),
  extension('crit that names b64, and b64 true', { crit: ['b64'], b64: true }),
  extension('crit that names a field it understands', { crit: ['alg'] }),
  extension('crit that names exp, with exp in the header', { crit: ['exp'], exp: 1 }),
  extension('crit that names an unknown extension', { crit: ['http://example.com/UNDEFINED'] }),
  extension('crit that is empty', { crit: [] }),
  extension('crit that is not a list', { crit: 'b64' }),
  extension('crit null', { crit: null }),
  extension('crit that holds a number', { crit: [1] }),
  extension('b64 false without crit', { b64: false }),
  extension('b64 true without crit', { b64: true }),
  extension('b64 null', { b64: null }),
  extension('the type of an access token', { typ: 'at+jwt' }),
  extension('the type of a DPoP proof', { typ: 'dpop+jwt' }),
  extension('the type of a logout token', { typ: 'logout+jwt' }),
  extension('the type of a JWE', { typ: 'JOSE' }),
  extension('an empty type', { typ: '' }),
  extension('a type with a space after it', { typ: 'JWT ' }),
  extension('a type with a line feed after it', { typ: 'JWT\n' }),
  extension('a type that is null', { typ: null }),
  extension('a type that is a list', { typ: ['JWT'] }),
];

const notJson = (attack: string, header: object | string | Uint8Array): HostileCase => ({
  attack,
  token: withHeader(header),
  code: 'malformed_token',
});

const malformedCases: HostileCase[] = [
  notJson('text that is not JSON', 'HS256'),
  notJson('truncated JSON', '{"alg":"HS256"'),
  notJson('JSON with a trailing comma', '{"alg":"HS256",}'),
  notJson('JSON with a comment', '{"alg":"HS256"/* */}'),
  notJson('two JSON objects', '{"alg":"HS256"}{"alg":"HS256"}'),
  notJson('a list', [{ alg: 'HS256' }]),
  notJson('a string', '"HS256"'),
  notJson('null', 'null'),
  notJson('a number', '256'),
  notJson('a leading byte-order mark', '\ufeff{"alg":"HS256"}'),
  notJson('invalid UTF-8', Buffer.from('{"alg":"HS256","kid":"\xff"}', 'latin1')),
  notJson('an overlong UTF-8 encoding', Buffer.from('{"alg":"\xc1\x88S256"}', 'latin1')),
  notJson('UTF-16', Buffer.from('{"alg":"HS256"}', 'utf16le')),
  {
    attack: 'an empty header segment, signed unchanged',
    token: signSegments('', payload, SECRET),
    code: 'malformed_token',
  },
  {
    attack: 'a header that is base64url twice',
    token: signSegments(Buffer.from(encodeJson({ alg: 'HS256' })).toString('base64url'), payload, SECRET),
    code: 'malformed_token',
  },
];

describe('a header', () => {
  test.each(algorithmCases)('is rejected: $attack', expectRejected);
  test.each(extensionCases)('is rejected: $attack', expectRejected);
  test.each(malformedCases)('is rejected: $attack', expectRejected);
});
