import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { TEXT_PATTERN, Text } from '../src/schemas.ts';

const schema = Text({ maxLength: 5, description: 'Any text.' });
const pattern = new RegExp(TEXT_PATTERN, 'u');
const codePoint = (value: number) => String.fromCodePoint(value);
const hex = (value: number) => `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;

const FORBIDDEN = [
  ...Array.from({ length: 0x20 }, (_, value) => value), // C0
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index), // DEL and C1
  0x2028, // line separator
  0x2029, // paragraph separator
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e], // bidi embeddings and overrides
  ...[0x2066, 0x2067, 0x2068, 0x2069], // bidi isolates
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff], // lone surrogates
];

describe('a text', () => {
  test.each(FORBIDDEN.map((value) => [hex(value), value]))('may not contain %s', (_name, value) => {
    for (const text of [
      codePoint(value),
      `a${codePoint(value)}b`,
      `${codePoint(value)}a`,
      `a${codePoint(value)}`,
    ])
      expect(pattern.test(text)).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['no-break and ideographic spaces', '\u00a0\u2003\u3000\u202f'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['direction marks', '\u200e\u200f\u061c'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['a blank braille pattern', '\u2800'],
    ['variation selectors and tags', '\ufe0f\u{e0041}\u{e0100}'],
    ['a combining mark on nothing', '\u0301'],
    ['private-use and unassigned code points', '\ue000\u{10ffff}'],
  ])('may not be blank: %s', (_name, text) => {
    expect(pattern.test(text)).toBe(false);
  });

  test.each([
    ['a letter', 'a'],
    ['a letter between spaces', ' a '],
    ['a digit', '7'],
    ['punctuation', '…'],
    ['a symbol', '€'],
    ['a composed character', 'e\u0301'],
    ['Hebrew with a direction mark', 'שלום\u200f!'],
    ['Persian with a zero-width non-joiner', 'می\u200cخواهم'],
    ['an emoji of several code points', '👩\u200d👩\u200d👧'],
    ['the neighbors of what is forbidden', ' ~\u00a0\u2027a\u202f\u2065\u206a\ud7ff'],
  ])('may be %s', (_name, text) => {
    expect(pattern.test(text)).toBe(true);
  });

  test.each([
    ['5 letters', 'abcde', true],
    ['6 letters', 'abcdef', false],
    ['5 emoji, which are 10 UTF-16 units', '😀😀😀😀😀', true],
    ['6 emoji', '😀😀😀😀😀😀', false],
  ])('counts code points: %s', (_name, text, isValid) => {
    expect(Value.Check(schema, text)).toBe(isValid);
  });

  test('is checked in linear time: quadratic time would not end before the timeout', () => {
    expect(pattern.test(`${'\u200b '.repeat(250_000)}\n`)).toBe(false);
  });
});
