import { Type } from 'typebox';

/**
 * Characters that text may not contain: control characters (PostgreSQL cannot store NUL), lone surrogates,
 * line and paragraph separators, and the bidi controls that reorder the text around them (CVE-2021-42574).
 * The marks U+200E, U+200F and U+061C, which Hebrew and Arabic need, are allowed.
 */
const FORBIDDEN = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069';
/** A character that can be seen. U+2800 is the blank braille pattern, which Unicode calls a symbol. */
const VISIBLE = '(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}]';

/** `pattern` of every text that people write: one line with at least one visible character. */
export const TEXT_PATTERN = `^(?=[^${FORBIDDEN}]*?${VISIBLE})[^${FORBIDDEN}]*$`;

/**
 * Schema of a text that people write, such as a name or a reason. Every string of a request uses it, unless
 * an `enum`, a `format` or a `pattern` of its own says more.
 *
 * `maxLength` counts code points, as JSON Schema does: an emoji may count as several, but never by its
 * UTF-16 units.
 */
export const Text = ({ maxLength, description }: { maxLength: number; description: string }) =>
  Type.String({ minLength: 1, maxLength, pattern: TEXT_PATTERN, description });
