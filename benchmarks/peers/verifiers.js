import { createVerifier } from 'fast-jwt';
import { verify as honoVerify } from 'hono/jwt';
import { jwtVerify } from 'jose/jwt/verify';
import jsonwebtoken from 'jsonwebtoken';
import { createShopify } from './shopify.js';

const REQUIRED_CLAIMS = ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'];
const TOLERANCE_SECONDS = 10;

/** Creates the peers' verifiers, with as many of the rules as each supports. They return the claims or throw. */
export function createPeerVerifiers({ clientId, secret, cacheEntries }) {
  const key = crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  const joseOptions = {
    algorithms: ['HS256'],
    audience: clientId,
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: REQUIRED_CLAIMS,
  };
  const fastJwt = (cache) =>
    createVerifier({
      key: secret,
      algorithms: ['HS256'],
      allowedAud: clientId,
      requiredClaims: REQUIRED_CLAIMS,
      clockTolerance: TOLERANCE_SECONDS * 1000,
      cache,
    });
  const jsonwebtokenOptions = {
    algorithms: ['HS256'],
    audience: clientId,
    clockTolerance: TOLERANCE_SECONDS,
  };
  const { session } = createShopify(clientId, secret);
  let joseKey;
  return {
    ready: async () => {
      joseKey = await key;
    },
    'jose jwtVerify, CryptoKey imported once': async (token) =>
      (await jwtVerify(token, joseKey, joseOptions)).payload,
    'fast-jwt': fastJwt(false),
    'fast-jwt, its cache on': fastJwt(cacheEntries),
    jsonwebtoken: (token) => jsonwebtoken.verify(token, secret, jsonwebtokenOptions),
    '@shopify/shopify-api': (token) => session.decodeSessionToken(token),
    'hono/jwt': (token) => honoVerify(token, secret, { alg: 'HS256', aud: clientId }),
  };
}
