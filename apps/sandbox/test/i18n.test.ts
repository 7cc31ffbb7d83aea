import { describe, expect, test, vi } from 'vitest';
import { matchLanguage } from '../src/contract/match-language.ts';
import { createI18n } from '../src/worker/apis/i18n.ts';

const locales = {
  defaultLanguage: 'en',
  translations: {
    en: {
      hello: 'Hello {{ name }}',
      points: { one: '{{count}} point', other: '{{count}} points' },
      onlyEnglish: 'English',
    },
    fr: { hello: 'Bonjour {{name}}', points: { one: '{{count}} point', other: '{{count}} points' } },
  },
};

function setUp(language = 'en') {
  const report = vi.fn();
  const i18n = createI18n(
    { locales, language, shopLanguage: 'en', currency: 'USD', timezone: 'America/New_York' },
    report,
  );
  return { i18n, report };
}

describe('translate', () => {
  test('fills in placeholders, with or without spaces', () => {
    expect(setUp('en').i18n.translate('hello', { name: 'Ada' })).toBe('Hello Ada');
    expect(setUp('fr').i18n.translate('hello', { name: 'Ada' })).toBe('Bonjour Ada');
  });

  test('chooses the plural form by the rules of the language', () => {
    expect(setUp('en').i18n.translate('points', { count: 0 })).toBe('0 points');
    expect(setUp('en').i18n.translate('points', { count: 1 })).toBe('1 point');
    expect(setUp('fr').i18n.translate('points', { count: 0 })).toBe('0 point');
  });

  test('falls back to the default language', () => {
    expect(setUp('fr').i18n.translate('onlyEnglish')).toBe('English');
  });

  test('returns pieces if a replacement is an element', () => {
    const element = { tag: 's-link' };
    expect(setUp().i18n.translate('hello', { name: element })).toEqual(['Hello ', element]);
  });

  test('returns a missing key, and reports it', () => {
    const { i18n, report } = setUp();
    expect(i18n.translate('no.such.key')).toBe('no.such.key');
    expect(report).toHaveBeenCalledWith('Translation missing: no.such.key');
  });
});

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['de', 'en'],
])('a buyer who speaks %s sees %s', (language, expected) => {
  expect(matchLanguage({ locales, language, shopLanguage: 'en' }).language).toBe(expected);
});

test.each([
  ['its own locale', ['en', 'fr', 'fr-CA'], { language: 'fr-CA', source: 'buyer' }],
  ['its language without the region', ['en', 'fr'], { language: 'fr', source: 'buyer' }],
  ["the shop's language", ['de', 'en'], { language: 'en', source: 'shop' }],
  ["the extension's default", ['de', 'ja'], { language: 'de', source: 'default' }],
  ['nothing, without any locale', [], { language: 'en', source: 'none' }],
] as const)('fr-CA falls back in the order of Shopify: %s', (_what, available, expected) => {
  const translations = Object.fromEntries(available.map((tag) => [tag, {}]));
  const [defaultLanguage] = available;
  const extension = { translations, ...(defaultLanguage && { defaultLanguage }) };
  expect(matchLanguage({ locales: extension, language: 'fr-CA', shopLanguage: 'en' })).toEqual(expected);
});

test('formats in the language of the buyer, or of the extension if requested', () => {
  const { i18n } = setUp('de');
  expect(i18n.formatNumber(1234.5)).toBe('1.234,5');
  expect(i18n.formatNumber(1234.5, { inExtensionLocale: true })).toBe('1,234.5');
  expect(i18n.formatCurrency(5, { inExtensionLocale: true })).toBe('$5.00');
  const date = new Date('2026-03-01T02:00:00Z');
  expect(i18n.formatDate(date, { inExtensionLocale: true })).toBe('2/28/2026');
});
