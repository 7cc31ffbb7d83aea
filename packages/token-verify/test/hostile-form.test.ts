import { signSegments } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { MAX_TOKEN_LENGTH } from '../src/compact-jws.ts';
import {
  createVerifier,
  expectRejected,
  genuineClaims,
  type HostileCase,
  mint,
  outcomeOf,
  SECRET,
  segmentsOf,
} from './setup.ts';

const genuine = mint({ jti: '00000000-0000-4000-8000-000000000000' });
const [header, payload, signature] = segmentsOf(genuine);

const malformed = (attack: string, token: unknown): HostileCase => ({
  attack,
  token,
  code: 'malformed_token',
});

const cases: HostileCase[] = [
  { attack: 'no token at all', token: undefined, code: 'missing_token' },
  { attack: 'null for a token', token: null, code: 'missing_token' },
  { attack: 'an empty token', token: '', code: 'missing_token' },
  malformed('a number for a token', 1),
  malformed('an object for a token', { payload, signature, protected: header }),
  malformed('a list that holds a genuine token', [genuine]),
  malformed('the bytes of a genuine token', Buffer.from(genuine)),
  malformed('a String object that holds a genuine token', Object(genuine)),
  malformed('an object whose toString gives a genuine token', { toString: () => genuine }),
  malformed('one segment', header),
  malformed('two segments: the signature left out with its dot', `${header}.${payload}`),
  malformed('four segments: an empty one appended', `${genuine}.`),
  malformed('four segments: an empty one in front', `.${genuine}`),
  malformed('four segments: the signature twice', `${genuine}.${signature}`),
  malformed(
    'five segments: a JWE in compact form',
    `${header}.${payload}.${signature}.${payload}.${signature}`,
  ),
  malformed('four thousand dots', '.'.repeat(4000)),
  malformed('nothing but two dots', '..'),
  malformed('a header that is left out', `.${payload}.${signature}`),
  malformed('the flattened JSON serialization', JSON.stringify({ protected: header, payload, signature })),
  malformed(
    'the general JSON serialization',
    JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
  ),
  malformed('a Bearer prefix that was not taken off', `Bearer ${genuine}`),
  malformed('two tokens, separated by a comma', `${genuine},${genuine}`),
  malformed('two tokens, separated by a space', `${genuine} ${genuine}`),
  malformed('quotes around a genuine token', `"${genuine}"`),
  ...[
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
    malformed(`${name} after the signature`, `${genuine}${text}`),
    malformed(`${name} in front of the header`, `${text}${genuine}`),
    malformed(`${name} after the header`, `${header}${text}.${payload}.${signature}`),
    malformed(`${name} after the payload`, `${header}.${payload}${text}.${signature}`),
  ]),
  malformed(
    'a space inside the signature',
    `${header}.${payload}.${signature.slice(0, 20)} ${signature.slice(20)}`,
  ),
  malformed(
    'a line feed inside the payload',
    `${header}.${payload.slice(0, 20)}\n${payload.slice(20)}.${signature}`,
  ),
  malformed('the standard alphabet in the header', signed(`${header.slice(0, -2)}+/`, payload)),
  malformed('the standard alphabet in the payload', signed(header, `${payload.slice(0, -2)}+/`)),
  malformed('the standard alphabet in the signature', `${header}.${payload}.+/${signature.slice(2)}`),
  malformed('a full-width letter in the payload', signed(header, `\uff21${payload.slice(1)}`)),
  malformed('a signature of one character', `${header}.${payload}.A`),
  malformed('a payload of 4n+1 characters, signed unchanged', signed(header, 'eyJhI')),
  malformed('a header of 4n+1 characters, signed unchanged', signed('eyJhI', payload)),
  { attack: 'one character more than the longest token', token: tooLong(1), code: 'token_too_large' },
  { attack: 'a megabyte of genuine form', token: tooLong(1_000_000), code: 'token_too_large' },
  { attack: 'a megabyte of dots', token: '.'.repeat(1_000_000), code: 'token_too_large' },
  {
    attack: 'a megabyte of unknown claims under a right signature',
    token: mint({ filler: 'x'.repeat(1_000_000) }),
    code: 'token_too_large',
  },
];

describe('a token that is not in canonical compact form', () => {
  test.each(cases)('is rejected: $attack', expectRejected);
});

describe('other spellings of the same value', () => {
  const spellings = (segment: string) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const bytes = Buffer.from(segment, 'base64url');
    return [...alphabet]
      .map((last) => segment.slice(0, -1) + last)
      .filter((other) => other !== segment && Buffer.from(other, 'base64url').equals(bytes));
  };

  test.each([
    ['the signature', 3, spellings(signature).map((other) => `${header}.${payload}.${other}`)],
    // Signed unchanged, so that only the spelling is wrong.
    ['a payload of 3n+1 bytes', 15, spellings(ofRemainder(1)).map((other) => signed(header, other))],
    ['a payload of 3n+2 bytes', 3, spellings(ofRemainder(2)).map((other) => signed(header, other))],
    ['a header of 3n+1 bytes', 15, spellings(paddedHeader(1)).map((other) => signed(other, payload))],
    ['a header of 3n+2 bytes', 3, spellings(paddedHeader(2)).map((other) => signed(other, payload))],
  ])('of %s are rejected (%i of them)', async (_segment, count, tokens) => {
    expect(tokens).toHaveLength(count);
    for (const token of tokens) await expectRejected({ attack: '', token, code: 'malformed_token' });
  });

  test('are rejected for their spelling only: the canonical ones are accepted', async () => {
    for (const token of [
      signed(header, ofRemainder(1)),
      signed(header, ofRemainder(2)),
      signed(paddedHeader(1), payload),
      signed(paddedHeader(2), payload),
    ]) {
      expect(await outcomeOf(createVerifier(), token)).toMatchObject({ kind: 'buyer' });
    }
  });
});

/** Signs two encoded segments without changing them. */
function signed(headerSegment: string, payloadSegment: string): string {
  return signSegments(headerSegment, payloadSegment, SECRET);
}

function ofRemainder(remainder: number): string {
  return padJson(genuineClaims(), remainder);
}

function paddedHeader(remainder: number): string {
  return padJson({ alg: 'HS256' }, remainder);
}

/** Encodes a value as JSON, padded with spaces until its length modulo 3 is the remainder. */
function padJson(value: object, remainder: number): string {
  let json = JSON.stringify(value);
  while (Buffer.byteLength(json) % 3 !== remainder) json += ' ';
  return Buffer.from(json).toString('base64url');
}

function tooLong(excess: number): string {
  return `${header}.${'A'.repeat(MAX_TOKEN_LENGTH + excess - header.length - signature.length - 2)}.${signature}`;
}
