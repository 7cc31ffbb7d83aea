import { HOSTILE_TOKENS } from '@session-token/token-issuer/corpus';
import { describe, expect, test } from 'vitest';
import { authorizationAttacks } from '../src/attacks/authorization.ts';
import { aheadOfClock, otherCallers, repeatedToken, servedCallers } from '../src/attacks/kinds.ts';
import { sizeAttacks } from '../src/attacks/sizes.ts';
import { genuineForms, tokenAttacks } from '../src/attacks/tokens.ts';
import { FINDING_IDS } from '../src/findings/catalog.ts';
import { toHeaderValue } from '../src/http/exchange.ts';
import { OPTIONS } from './attack-server.ts';

const kinds = ['customer'] as const;
const attacks = [
  aheadOfClock,
  servedCallers,
  repeatedToken,
  genuineForms,
  otherCallers,
  authorizationAttacks,
  tokenAttacks,
  sizeAttacks,
].flatMap((list) => list({ ...OPTIONS, kinds }));

test('each attack has a unique name, because baselines contain it', () => {
  const names = attacks.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('an attack tests each finding that is about a token or a header', () => {
  const tested = new Set(attacks.map(({ finding }) => finding));
  const others = FINDING_IDS.filter((id) => !tested.has(id) && id !== 'signature/key-url').map(
    (id) => id.split('/')[0],
  );
  expect([...new Set(others)]).toEqual(['response', 'cors', 'leak']);
});

test('every hostile token of the corpus is sent, unless a header cannot transport it', () => {
  const sent = tokenAttacks(OPTIONS).map(({ name }) => name);
  const unsent = HOSTILE_TOKENS.filter(({ name }) => !sent.includes(name));
  for (const { name } of unsent)
    expect(name).toMatch(/^an empty token$|megabyte|a (space|tab|line feed|carriage return|NUL)/);
});

describe('a header value', () => {
  test.each([
    ['visible ASCII', 'a.b.c', 'a.b.c'],
    ['white space inside', 'a \t b', 'a \t b'],
    ['bytes of UTF-8', 'ü', 'Ã¼'],
    ['a space at the end, which HTTP drops', 'a ', undefined],
    ['a tab in front, which HTTP drops', '\ta', undefined],
    ['a line feed', 'a\nb', undefined],
    ['a NUL', 'a\0b', undefined],
    ['a delete character', 'a\x7f', undefined],
  ])('may have %s, or not', (_what, text, value) => {
    expect(toHeaderValue(text)).toBe(value);
  });
});
