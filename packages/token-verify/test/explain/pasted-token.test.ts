import { expect, test } from 'vitest';
import { readPastedToken } from '../../src/explain/index.ts';
import { mint } from '../setup.ts';

const token = mint();

test.each([
  ['the token alone', token],
  ['white space around it', ` \n${token}\r\n`],
  ['a bearer token', `Bearer ${token}`],
  ['a bearer token in lower case', `bearer   ${token}\n`],
  ['a header', `Authorization: Bearer ${token}`],
  ['a header as the network panel shows it', `authorization:\nBearer ${token}`],
  ['line breaks in it, as in a narrow terminal', token.replace(/(.{80})/g, '$1\n')],
])('reads the token from %s', (_, text) => {
  expect(readPastedToken(text)).toBe(token);
});

test.each([
  ['', ''],
  ['Bearer undefined', 'undefined'],
  [`Bearer Bearer ${token}`, `Bearer ${token}`],
  [`"${token}"`, `"${token}"`],
  ['no token at all', 'no token at all'],
])('leaves a fault as it is: %j', (text, expected) => {
  expect(readPastedToken(text)).toBe(expected);
});
