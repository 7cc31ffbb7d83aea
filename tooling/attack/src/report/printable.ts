/** Replaces control characters, which could rewrite a terminal, in text from a server. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
