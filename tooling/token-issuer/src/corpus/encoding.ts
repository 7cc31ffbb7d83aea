import { encodeSegment, signSegments } from '../sign.ts';
import { encodePadded, type Forge } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

type Parts = ReturnType<Forge['genuineParts']>;

const malformed = (name: string, build: (parts: Parts, forge: Forge) => string): HostileToken =>
  hostile('encoding', 'malformed_token', undefined, name, (forge) => build(forge.genuineParts(), forge));

const SHAPES = [
  malformed('one segment', ({ header }) => header),
  malformed(
    'two segments: the signature left out with its dot',
    ({ header, payload }) => `${header}.${payload}`,
  ),
  malformed('four segments: an empty one appended', ({ token }) => `${token}.`),
  malformed('four segments: an empty one in front', ({ token }) => `.${token}`),
  malformed('four segments: the signature twice', ({ token, signature }) => `${token}.${signature}`),
  malformed(
    'five segments: a JWE in compact form',
    ({ token, payload, signature }) => `${token}.${payload}.${signature}`,
  ),
  malformed('four thousand dots', () => '.'.repeat(4000)),
  malformed('nothing but two dots', () => '..'),
  malformed('no header', ({ payload, signature }) => `.${payload}.${signature}`),
  malformed('the flattened JSON serialization', ({ header, payload, signature }) =>
    JSON.stringify({ protected: header, payload, signature }),
  ),
  malformed('the general JSON serialization', ({ header, payload, signature }) =>
    JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
  ),
  malformed('a second Bearer prefix', ({ token }) => `Bearer ${token}`),
  malformed('two tokens, separated by a comma', ({ token }) => `${token},${token}`),
  malformed('two tokens, separated by a space', ({ token }) => `${token} ${token}`),
  malformed('quotes around a genuine token', ({ token }) => `"${token}"`),
];

const INSERTIONS = [
  ['a space', ' '],
  ['a tab', '\t'],
  ['a line feed', '\n'],
  ['a carriage return and line feed', '\r\n'],
  ['a NUL', '\0'],
  ['a no-break space', '\u00a0'],
  ['a byte-order mark', '\ufeff'],
  ['one padding character', '='],
  ['two padding characters', '=='],
  ['an escaped padding character', '%3D'],
  ['a look-alike full stop', '\uff0e'],
  ['a lone surrogate', '\ud800'],
].flatMap(([name, text]) => [
  malformed(`${name} after the signature`, ({ token }) => `${token}${text}`),
  malformed(`${name} in front of the header`, ({ token }) => `${text}${token}`),
  malformed(
    `${name} after the header`,
    ({ header, payload, signature }) => `${header}${text}.${payload}.${signature}`,
  ),
  malformed(
    `${name} after the payload`,
    ({ header, payload, signature }) => `${header}.${payload}${text}.${signature}`,
  ),
]);

const ALPHABETS = [
  malformed(
    'a space inside the signature',
    ({ header, payload, signature }) =>
      `${header}.${payload}.${signature.slice(0, 20)} ${signature.slice(20)}`,
  ),
  malformed(
    'a line feed inside the payload',
    ({ header, payload, signature }) =>
      `${header}.${payload.slice(0, 20)}\n${payload.slice(20)}.${signature}`,
  ),
  malformed('the standard alphabet in the header', ({ header, payload }, { secret }) =>
    signSegments(`${header.slice(0, -2)}+/`, payload, secret),
  ),
  malformed('the standard alphabet in the payload', ({ header, payload }, { secret }) =>
    signSegments(header, `${payload.slice(0, -2)}+/`, secret),
  ),
  malformed(
    'the standard alphabet in the signature',
    ({ header, payload, signature }) => `${header}.${payload}.+/${signature.slice(2)}`,
  ),
  malformed('a full-width letter in the payload', ({ header, payload }, { secret }) =>
    signSegments(header, `\uff21${payload.slice(1)}`, secret),
  ),
  malformed('a signature of one character', ({ header, payload }) => `${header}.${payload}.A`),
  malformed('a payload of 4n+1 characters, signed unchanged', ({ header }, { secret }) =>
    signSegments(header, 'eyJhI', secret),
  ),
  malformed('a header of 4n+1 characters, signed unchanged', ({ payload }, { secret }) =>
    signSegments('eyJhI', payload, secret),
  ),
];

/** The other last character that decodes to the same bytes: a second spelling of one segment. */
function respell(segment: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(segment.slice(-1));
  return segment.slice(0, -1) + alphabet[last + 1];
}

const SPELLINGS = [
  malformed(
    'a second spelling of the signature',
    ({ header, payload, signature }) => `${header}.${payload}.${respell(signature)}`,
  ),
  ...[1, 2].flatMap((remainder) => [
    malformed(
      `a second spelling of a payload of 3n+${remainder} bytes`,
      ({ header }, { genuineClaims, secret }) =>
        signSegments(header, respell(encodePadded(genuineClaims(), remainder)), secret),
    ),
    malformed(`a second spelling of a header of 3n+${remainder} bytes`, ({ payload }, { secret }) =>
      signSegments(respell(encodePadded({ alg: 'HS256' }, remainder)), payload, secret),
    ),
  ]),
];

const EMPTY_PAYLOAD = malformed('an empty payload segment, signed unchanged', (_parts, { secret }) =>
  signSegments(encodeSegment({ alg: 'HS256' }), '', secret),
);

/** Texts that are no token in canonical compact form. */
export const ENCODINGS: readonly HostileToken[] = [
  hostile('encoding', 'missing_token', undefined, 'an empty token', () => ''),
  ...SHAPES,
  ...INSERTIONS,
  ...ALPHABETS,
  ...SPELLINGS,
  EMPTY_PAYLOAD,
];
