import { signSegments } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { expectRejected, genuineClaims, mint, SECRET, segmentsOf } from './setup.ts';

const genuine = mint({ jti: '00000000-0000-4000-8000-000000000000' });
const [header, payload, signature] = segmentsOf(genuine);

const notStrings: [name: string, token: unknown, code: string][] = [
  ['no token at all', undefined, 'missing_token'],
  ['null', null, 'missing_token'],
  ['a number', 1, 'malformed_token'],
  ['an object', { payload, signature, protected: header }, 'malformed_token'],
  ['a list that holds a genuine token', [genuine], 'malformed_token'],
  ['the bytes of a genuine token', Buffer.from(genuine), 'malformed_token'],
  ['a String object that holds a genuine token', Object(genuine), 'malformed_token'],
  ['an object whose toString gives a genuine token', { toString: () => genuine }, 'malformed_token'],
];

describe('a token that is not a string', () => {
  test.each(notStrings)('is rejected: %s', (_name, token, code) => expectRejected({ token, code }));
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
    for (const token of tokens) await expectRejected({ token, code: 'malformed_token' });
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
