import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, refusal, SESSION } from './answers.ts';
import { type BlockOptions, drawBlock } from './drawn-block.ts';
import { LOCALES } from './translator.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { customerId: _, ...GUEST } = SESSION;
const noToken = () => Promise.reject(new Error('no token'));

/** Everything that the extension can draw, every code of the API included. */
const EVERY_STATE: BlockOptions[] = [
  {},
  { fetch: async () => json(200, GUEST) },
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) => ({
    fetch: async () => refusal(code, { retryable: true }),
  })),
  { fetch: async () => new Response('') },
  { fetch: () => new Promise<never>(() => {}) },
  { fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
  { fetch: () => Promise.reject(new Error('not allowed')) },
  { getToken: noToken },
  { getToken: noToken, inEditor: true },
  { apiBaseUrl: '' },
];

const keysOfManifest = () => {
  const toml = readFileSync(join(import.meta.dirname, '../shopify.extension.toml'), 'utf8');
  return [...toml.matchAll(/"t:([\w.]+)"/g)].map((match) => match[1]!);
};

test('there are texts in English and in French', () => {
  expect(Object.keys(LOCALES).sort()).toEqual(['en', 'fr']);
});

test.each(['en', 'fr'])(
  'every text in %s is drawn in some state, and every text drawn exists',
  async (language) => {
    const usedKeys = new Set(keysOfManifest());
    for (const state of EVERY_STATE) {
      using block = await drawBlock({ ...state, language });
      await block.settle();
      for (const key of block.usedKeys) usedKeys.add(key);
    }
    expect([...usedKeys].sort()).toEqual(Object.keys(LOCALES[language]!).sort());
  },
);

test('every text has the same placeholders in both languages', () => {
  const placeholders = (text: string | undefined) => text?.match(/{{\w+}}/g)?.sort() ?? [];
  for (const [key, text] of Object.entries(LOCALES.en!)) {
    expect(placeholders(LOCALES.fr![key]), key).toEqual(placeholders(text));
  }
});

test('no text is empty, and none is left untranslated', () => {
  for (const [key, text] of Object.entries(LOCALES.fr!)) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).not.toBe(LOCALES.en![key]);
  }
});
