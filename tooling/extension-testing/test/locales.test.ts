import { expect, test } from 'vitest';
import { checkLocale } from '../src/locales-contract.ts';

const ENGLISH = {
  name: 'Points',
  greeting: 'Hello {{name}}',
  'points.one': '{{count}} point',
  'points.other': '{{count}} points',
};
const FRENCH = {
  name: 'Points',
  greeting: 'Bonjour {{name}}',
  'points.one': '{{count}} point cumulé',
  'points.many': '{{count}} de points cumulés',
  'points.other': '{{count}} points cumulés',
};

const failingKeys = (language: string, texts: Record<string, string | undefined>) =>
  checkLocale(language, JSON.parse(JSON.stringify(texts)), ENGLISH).flatMap(([, keys]) => keys);

test('accepts complete translations', () => {
  expect(checkLocale('en', ENGLISH, ENGLISH).flatMap(([, keys]) => keys)).toEqual([]);
  expect(failingKeys('fr', FRENCH)).toEqual([]);
  const { 'points.one': _one, 'points.many': _many, ...japanese } = FRENCH;
  expect(failingKeys('ja', japanese)).toEqual([]);
  expect(failingKeys('pl', { ...FRENCH, 'points.few': '{{count}} punkty' })).toEqual([]);
});

test.each([
  ['fr', 'a missing text', { greeting: undefined }, ['greeting']],
  ['fr', 'a text that the default language lacks', { extra: 'Texte' }, ['extra']],
  ['fr', 'a missing plural form', { 'points.many': undefined }, ['points.many']],
  ['fr', 'a plural form of another language', { 'points.few': '{{count}} points' }, ['points.few']],
  ['pl', 'a missing plural form', {}, ['points.few']],
  ['fr', 'another placeholder', { greeting: 'Bonjour {{nom}}' }, ['greeting']],
  ['fr', 'a plural form without its placeholder', { 'points.many': 'des points' }, ['points.many']],
  ['fr', 'a blank text', { 'points.one': ' {{count}}', greeting: ' ' }, ['greeting', 'greeting']],
  ['fr', 'an untranslated text', { greeting: ENGLISH.greeting }, ['greeting']],
])('%s: rejects %s', (language, _what, changes, keys) => {
  expect(failingKeys(language, { ...FRENCH, ...changes }).toSorted()).toEqual(keys);
});
