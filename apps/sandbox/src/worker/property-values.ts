import type { PropertyKind } from '../schema/element-schema.ts';

/**
 * Converts a value to what a property takes, as a custom element in a page does: numbers become text, text
 * becomes a number or a flag. Preact sets `''` for `null` and `undefined`, so `''` unsets all but text.
 * Returns `undefined` inside `ok: false` for a value that cannot be converted.
 */
export function convertValue(kind: PropertyKind, value: unknown): { ok: boolean; value?: unknown } {
  if (value === undefined || value === null) return { ok: true, value };
  if (value === '' && kind !== 'string' && kind !== 'any') {
    return { ok: true, value: kind === 'boolean' ? false : undefined };
  }
  switch (kind) {
    case 'string':
      return isPrimitive(value) ? { ok: true, value: String(value) } : { ok: false };
    case 'number': {
      const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
      return Number.isNaN(number) ? { ok: false } : { ok: true, value: number };
    }
    case 'boolean':
      return isPrimitive(value) ? { ok: true, value: Boolean(value) && value !== 'false' } : { ok: false };
    case 'array':
      return { ok: Array.isArray(value), value };
    case 'object':
      return { ok: typeof value === 'object' && !Array.isArray(value) && !isSignal(value), value };
    case 'function':
      return { ok: typeof value === 'function', value };
    case 'any':
      // Neither can be sent to the page.
      return { ok: typeof value !== 'symbol' && !isSignal(value), value };
  }
}

const isPrimitive = (value: unknown) => ['string', 'number', 'boolean', 'bigint'].includes(typeof value);

const isSignal = (value: unknown) =>
  typeof value === 'object' && value !== null && 'value' in value && 'subscribe' in value;

/** Schemes that run code. `src` may hold an image as a data URL. */
const CODE_URL = /^(javascript|vbscript):|^data:(?!image\/(avif|bmp|gif|jpeg|png|webp)[;,])/i;

/** Whether the page would reject a URL because it runs code. */
export const isCodeUrl = (name: string, value: unknown): boolean =>
  /^(href|src|action|background|poster)$/i.test(name) &&
  typeof value === 'string' &&
  // Browsers ignore control characters and spaces in a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they ignore
  CODE_URL.test(value.replace(/[\u0000-\u0020]/g, ''));

const MAX_LENGTH = 40;

/** Describes a value in a warning, shortened. A text that looks like a token is not shown. */
export function describeValue(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'an array';
  if (isSignal(value)) return 'a signal';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  if (/eyJ[\w-]{8}/.test(value)) return 'a token';
  return JSON.stringify(value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value);
}
