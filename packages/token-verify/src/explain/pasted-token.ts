/**
 * Returns the token in a pasted text: without the header's name, `Bearer`, white space around it, and the
 * line breaks that a terminal adds. Changes nothing else, because quotes or a second `Bearer` may be the
 * reason why the token was rejected.
 */
export function readPastedToken(text: string): string {
  return text
    .trim()
    .replace(/^authorization\s*:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replaceAll(/\s*[\r\n]\s*/g, '');
}
