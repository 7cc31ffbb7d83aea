/**
 * Creates a `traceparent` with a random trace and the flag "sampled" (W3C Trace Context, version 00). Needs no `crypto`,
 * which an extension's worker may lack.
 */
export function createTraceparent(): string {
  // An id of zeros is invalid, so both begin with 1.
  return `00-1${hexDigits(31)}-1${hexDigits(15)}-01`;
}

function hexDigits(count: number): string {
  let digits = '';
  while (digits.length < count) digits += Math.floor(Math.random() * 16).toString(16);
  return digits;
}
