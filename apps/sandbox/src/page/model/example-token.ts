const LIFETIME_SECONDS = 300;

/** Returns a token with the claims of a guest in checkout, issued now. Its signature is made up. */
export function exampleToken(now: number): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    iss: 'https://example.myshopify.com/checkouts',
    dest: 'example.myshopify.com',
    aud: '0123456789abcdef0123456789abcdef',
    exp: issuedAt + LIFETIME_SECONDS,
    nbf: issuedAt,
    iat: issuedAt,
    jti: '01234567-89ab-cdef-0123-456789abcdef',
  };
  return [{ alg: 'HS256', typ: 'JWT' }, claims].map(encode).concat('A'.repeat(43)).join('.');
}

const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
