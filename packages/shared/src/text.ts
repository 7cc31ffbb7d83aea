import { Type } from 'typebox';

/**
 * Characters that text may not contain: control characters (PostgreSQL cannot store NUL), lone surrogates,
 * line and paragraph separators, and the bidi controls that reorder the text around them (CVE-2021-42574).
 * The marks U+200E, U+200F and U+061C, which Hebrew and Arabic need, are allowed.
 */
const FORBIDDEN = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069';
/** A visible character. U+2800, the blank braille pattern, is a symbol to Unicode. */
const VISIBLE = '(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}]';

/** `pattern` of every text that people write: one line with at least one visible character. */
export const TEXT_PATTERN = `^(?=[^${FORBIDDEN}]*?${VISIBLE})[^${FORBIDDEN}]*$`;

/**
 * Schema of a text that people write, such as a name or a reason. Every string of a request uses it, or has an
 * `enum`, a `format` or a stricter `pattern`; a test of the server checks this.
 *
 * `maxLength` counts code points, not UTF-16 units, as JSON Schema defines it.
 */
export const Text = ({ maxLength, description }: { maxLength: number; description: string }) =>
  Type.String({ minLength: 1, maxLength, pattern: TEXT_PATTERN, description });
