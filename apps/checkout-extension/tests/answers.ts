export const SESSION = {
  kind: 'buyer',
  shop: 'sandbox.myshopify.com',
  customerId: '7',
  tokenId: 'token-1',
  issuedAt: 1_000,
  expiresAt: 1_300,
  claims: {
    dest: 'sandbox.myshopify.com',
    aud: 'client',
    exp: 1_300,
    nbf: 1_000,
    iat: 1_000,
    jti: 'token-1',
  },
};

export const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

export const refusal = (code: string, { status = 401, retryable = false } = {}) =>
  json(status, { code, message: 'for the developer', requestId: 'req-1', retryable });
