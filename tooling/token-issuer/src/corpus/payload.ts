import { type Segment, signToken } from '../sign.ts';
import { type HostileToken, hostile } from './row.ts';

/** Builds a payload from the JSON of genuine claims. Signed correctly, so that only the payload is wrong. */
const malformed = (name: string, payload: (json: string) => Segment): HostileToken =>
  hostile('encoding', 'malformed_token', undefined, `payload: ${name}`, ({ signPayload, genuineClaims }) =>
    signPayload(payload(JSON.stringify(genuineClaims()))),
  );
const withBytes = (name: string, bytes: string) =>
  malformed(name, (json) => Buffer.from(json.replace('}', `,"x":"${bytes}"}`), 'latin1'));
const withExp = (name: string, exp: string) =>
  malformed(name, (json) => json.replace(/"exp":(\d+)/, `"exp":${exp}`));

/** Payloads that are no JSON object in UTF-8. */
export const PAYLOADS: readonly HostileToken[] = [
  malformed('nothing', () => ''),
  malformed('white space', () => ' \n '),
  malformed('text', () => 'session token'),
  malformed('null', () => 'null'),
  malformed('true', () => 'true'),
  malformed('a number', () => '1768478400'),
  malformed('a string', () => '"session token"'),
  malformed('an empty list', () => '[]'),
  malformed('a list that holds genuine claims', (json) => `[${json}]`),
  malformed('genuine claims as a JSON string', (json) => JSON.stringify(json)),
  malformed('genuine claims encoded twice', (json) => Buffer.from(json).toString('base64url')),
  hostile('encoding', 'malformed_token', undefined, 'payload: a token inside the token', (forge) =>
    forge.signPayload(signToken({ alg: 'HS256' }, forge.genuineClaims(), forge.secret)),
  ),
  malformed('truncated JSON', (json) => json.slice(0, -1)),
  malformed('JSON with trailing text', (json) => `${json};`),
  malformed('two objects', (json) => `${json}${json}`),
  malformed('JSON with single quotes', (json) => json.replaceAll('"', "'")),
  malformed('JSON with a trailing comma', (json) => json.replace('}', ',}')),
  malformed('JSON with a comment', (json) => json.replace('}', '/* */}')),
  withExp('a NaN', 'NaN'),
  withExp('an Infinity', 'Infinity'),
  withExp('a hexadecimal number', '0x69'),
  withExp('a number with a leading zero', '0$1'),
  withExp('a number with a plus', '+$1'),
  malformed('a leading byte-order mark', (json) => `\ufeff${json}`),
  malformed('a trailing NUL', (json) => `${json}\0`),
  malformed('a raw control character in a string', (json) => json.replace('{"', '{"\n')),
  malformed('UTF-16', (json) => Buffer.from(json, 'utf16le')),
  withBytes('invalid UTF-8 in an unknown claim', '\xff'),
  withBytes('an overlong UTF-8 slash', '\xc0\xaf'),
  withBytes('a UTF-8 surrogate half', '\xed\xa0\x80'),
  withBytes('UTF-8 truncated within a character', '\xe2\x82'),
  malformed('compressed claims', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
];
