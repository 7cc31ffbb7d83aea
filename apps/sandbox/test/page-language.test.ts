import { expect, test } from 'vitest';
import { createPageLanguage } from '../src/page/preview/words/localize.ts';
import { DEFAULT_SCENE } from '../src/scene/scene.ts';

const languageOf = (tag: string, scene: { currency?: string; timezone?: string } = {}) =>
  createPageLanguage({ ...DEFAULT_SCENE, ...scene }, tag);

/** Languages separate numbers and symbols by spaces of several kinds. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', 'en', 'Pay now', '$1,234.50', 'November 23, 2026', 'United States'],
  ['fr', 'fr', 'Payer maintenant', '1 234,50 $US', '23 novembre 2026', 'États-Unis'],
  ['fr-CA', 'fr', 'Payer maintenant', '1 234,50 $ US', '23 novembre 2026', 'États-Unis'],
  ['de', 'en', 'Pay now', '1.234,50 $', '23. November 2026', 'Vereinigte Staaten'],
])(
  '%s has the words of %s, and its own amounts, dates and countries',
  (tag, wordsTag, pay, money, date, country) => {
    const language = languageOf(tag);
    expect(language).toMatchObject({ wordsTag, words: { payNow: pay } });
    expect(plain(language.money(1234.5))).toBe(money);
    expect(language.date('2026-11-23T15:04:05Z')).toBe(date);
    expect(language.country('US')).toBe(country);
  },
);

test("amounts have the scene's currency, and dates its time zone", () => {
  const language = languageOf('en', { currency: 'EUR', timezone: 'Asia/Tokyo' });
  expect(language.money(5)).toBe('€5.00');
  expect(language.date('2026-11-23T15:04:05Z')).toBe('November 24, 2026');
});

test.each([
  ['an invalid tag', 'en-a1', {}],
  ['a time zone that does not exist', 'en', { timezone: 'Mars/Olympus' }],
])('%s does not break the page', (_, tag, scene) => {
  const language = languageOf(tag, scene);
  expect(language.money(5)).toBe('$5.00');
  expect(language.date('2026-11-23T12:00:00Z')).toBe('November 23, 2026');
  expect(language.date('soon')).toBe('soon');
});

test('an address has a line for each of its parts, and none for a missing one', () => {
  const { addressLines } = languageOf('en');
  expect(addressLines({ ...DEFAULT_SCENE.shippingAddress, address2: 'Floor 2' })).toEqual([
    'Robin Hale',
    '48 Harbor Street',
    'Floor 2',
    'Portland ME 04101',
    'United States',
  ]);
  expect(addressLines({})).toEqual([]);
});
