import { type Segment, signSegments, signToken } from '@session-token/token-issuer';
import { describe, test } from 'vitest';
import { encodeJson, expectRejected, genuineClaims, type HostileCase, SECRET } from './setup.ts';

const json = JSON.stringify(genuineClaims());

/** Signs a payload correctly, so that only the payload is wrong. */
const malformed = (attack: string, payload: Segment): HostileCase => ({
  attack,
  token: signToken({ alg: 'HS256', typ: 'JWT' }, payload, SECRET),
  code: 'malformed_token',
});

const cases: HostileCase[] = [
  malformed('nothing', ''),
  malformed('white space', ' \n '),
  malformed('text', 'session token'),
  malformed('null', 'null'),
  malformed('true', 'true'),
  malformed('a number', '1768478400'),
  malformed('a string', '"session token"'),
  malformed('an empty list', '[]'),
  malformed('a list that holds genuine claims', `[${json}]`),
  malformed('genuine claims as a JSON string', JSON.stringify(json)),
  malformed('genuine claims encoded twice', Buffer.from(json).toString('base64url')),
  malformed('a token inside the token', signToken({ alg: 'HS256' }, genuineClaims(), SECRET)),
  malformed('truncated JSON', json.slice(0, -1)),
  malformed('JSON with trailing text', `${json};`),
  malformed('two objects', `${json}${json}`),
  malformed('JSON with single quotes', json.replaceAll('"', "'")),
  malformed('JSON with a trailing comma', json.replace('}', ',}')),
  malformed('JSON with a comment', json.replace('}', '/* */}')),
  malformed('a NaN', json.replace(/"exp":\d+/, '"exp":NaN')),
  malformed('an Infinity', json.replace(/"exp":\d+/, '"exp":Infinity')),
  malformed('a hexadecimal number', json.replace(/"exp":\d+/, '"exp":0x69')),
  malformed('a number with a leading zero', json.replace(/"exp":(\d+)/, '"exp":0$1')),
  malformed('a number with a plus', json.replace(/"exp":(\d+)/, '"exp":+$1')),
  malformed('a leading byte-order mark', `\ufeff${json}`),
  malformed('a trailing NUL', `${json}\0`),
  malformed('a raw control character in a string', json.replace('sandbox', 'sand\nbox')),
  malformed('UTF-16', Buffer.from(json, 'utf16le')),
  malformed('invalid UTF-8 in an unknown claim', Buffer.from(json.replace('}', ',"x":"\xff"}'), 'latin1')),
  malformed('an overlong UTF-8 slash', Buffer.from(json.replace('}', ',"x":"\xc0\xaf"}'), 'latin1')),
  malformed('a UTF-8 surrogate half', Buffer.from(json.replace('}', ',"x":"\xed\xa0\x80"}'), 'latin1')),
  malformed(
    'UTF-8 truncated within a character',
    Buffer.from(json.replace('}', ',"x":"\xe2\x82"}'), 'latin1'),
  ),
  malformed('compressed claims', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
  {
    attack: 'an empty payload segment, signed unchanged',
    token: signSegments(encodeJson({ alg: 'HS256' }), '', SECRET),
    code: 'malformed_token',
  },
];

describe('a payload', () => {
  test.each(cases)('is rejected: $attack', expectRejected);
});
