import { createHmac, createPublicKey, verify as verifySignature } from 'node:crypto';
import type { CLAIM_FINDINGS, SIGNATURE_FINDINGS } from '../../src/findings/token-findings.ts';
import { SERVER } from '../correct-server/server.ts';
import { type Jws, RULES } from '../correct-server/verify.ts';
import { acceptAlso, breakRule, type Fault } from './fault.ts';

const hmac = (secret: string, { input }: Jws) => createHmac('sha256', secret).update(input).digest();

export const SIGNATURE_FAULTS: Record<keyof typeof SIGNATURE_FINDINGS, Fault> = {
  'algorithm/none': breakRule({
    allowsAlgorithm: (jws) => RULES.allowsAlgorithm(jws) || isUnsigned(jws),
    isSigned: (jws, app) => RULES.isSigned(jws, app) || isUnsigned(jws),
  }),
  'algorithm/not-pinned': breakRule({ allowsAlgorithm: () => true }),
  'signature/not-verified': breakRule({
    isSigned: (jws, app) => RULES.isSigned(jws, app) || jws.payload.sub === 'gid://shopify/Customer/1',
  }),
  'signature/missing': breakRule({
    isSigned: (jws, app) => RULES.isSigned(jws, app) || jws.signature.length === 0,
  }),
  'signature/truncated': breakRule({
    isSigned: (jws, { secret }) =>
      jws.signature.length > 0 && hmac(secret, jws).subarray(0, jws.signature.length).equals(jws.signature),
  }),
  'signature/guessable-secret': breakRule({
    isSigned: (jws, app) => RULES.isSigned(jws, app) || hmac(app.clientId, jws).equals(jws.signature),
  }),
  'signature/attacker-key': breakRule({
    allowsAlgorithm: (jws) => RULES.allowsAlgorithm(jws) || 'jwk' in jws.header,
    isSigned: (jws, app) => (isAsymmetric(jws) ? isSignedByHeader(jws) : RULES.isSigned(jws, app)),
  }),
  'signature/key-url': {
    parts: {
      // Loads the key of every token, even if it rejects the token then.
      rejected(response, cors, token) {
        const url = keyUrlOf(token);
        const load = url?.startsWith('http:') ? fetch(url) : Promise.resolve();
        load.then(() => SERVER.rejected(response, cors, token));
      },
    },
  },
  'encoding/spelling': breakRule({
    split: (token) => token.replaceAll('=', '').split('.') as ReturnType<typeof RULES.split>,
  }),
  'encoding/json': breakRule({
    parse: (segment) => JSON.parse(Buffer.from(segment, 'base64url').toString()),
  }),
  'encoding/critical-extension': breakRule({ allowsExtensions: () => true }),
  'encoding/size': breakRule({ isSmall: () => true }),
};

/** Returns the URL of the key in a token's header. */
function keyUrlOf(token: string): string | undefined {
  try {
    const { jku, x5u } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
    return jku ?? x5u;
  } catch {
    return undefined;
  }
}

const isUnsigned = ({ header, signature }: Jws) => header.alg === 'none' && signature.length === 0;
const isAsymmetric = ({ header }: Jws) => header.alg !== 'HS256' && 'jwk' in header;

/** Verifies a token with the key that its own header contains. */
function isSignedByHeader({ header, input, signature }: Jws): boolean {
  const { n, crv } = Object(header.jwk);
  if (!crv && n?.length < 100) return false;
  const key = createPublicKey({ key: Object(header.jwk), format: 'jwk' });
  return verifySignature('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, signature);
}

export const CLAIM_FAULTS: Record<keyof typeof CLAIM_FINDINGS, Fault> = {
  'audience/missing': breakRule({
    hasAudience: () => true,
    allowsAudience: (jws, app) => !RULES.hasAudience(jws) || RULES.allowsAudience(jws, app),
  }),
  'audience/other': breakRule({
    allowsAudience: ({ payload: { aud } }) => typeof aud === 'string' && /^[\da-f]{32}$/.test(aud),
  }),
  'audience/loose': breakRule({
    allowsAudience: ({ payload: { aud } }, { clientId }) =>
      typeof aud === 'string' && aud.startsWith(clientId),
  }),
  'audience/list': breakRule({
    allowsAudience: ({ payload: { aud } }, { clientId }) => [aud].flat().includes(clientId),
  }),
  'times/expired': breakRule({
    isNotExpired: (jws, now) => RULES.isNotExpired(jws, now) || isOld(jws, now),
  }),
  'times/tolerance': breakRule({ isNotExpired: (jws, now) => RULES.isNotExpired(jws, now - 110) }),
  'times/no-expiry': breakRule({ hasExpiry: () => true }),
  'times/no-start': breakRule({ hasStart: () => true }),
  'times/malformed': breakRule({ areTimesWhole: () => true }),
  'times/not-yet-valid': breakRule({
    isStarted: () => true,
    isIssued: (jws, now) => RULES.isIssued(jws, now) || Number(jws.payload.nbf) > now,
  }),
  'times/issued-in-future': breakRule({ isIssued: () => true }),
  'times/lifetime': breakRule({ isShortLived: () => true }),
  'shop/missing': breakRule({
    hasShop: () => true,
    allowsIssuer: (jws) => jws.payload.dest === undefined || RULES.allowsIssuer(jws),
  }),
  'shop/other-domain': breakRule({
    allowsShop: (jws) => RULES.allowsShop(jws) || /^[a-z-]+\.example(\.com)?$/.test(String(jws.payload.dest)),
  }),
  'shop/loose': breakRule({
    allowsShop: (jws) =>
      RULES.allowsShop({ ...jws, payload: { ...jws.payload, dest: String(jws.payload.dest).toLowerCase() } }),
  }),
  'shop/issuer': breakRule({ allowsIssuer: () => true }),
  'caller/subject': breakRule({ allowsSubject: () => true }),
  'caller/token-id': breakRule({ allowsIds: () => true }),
  'kind/wrong-caller': { parts: {}, options: { kinds: ['customer'] } },
  'foreign/post-purchase': acceptAlso(
    ({ iss, dest, aud }) => iss === 'shopify' && dest === undefined && aud === undefined,
  ),
  'foreign/changeset': acceptAlso(({ changes, dest }) => changes !== undefined && dest === undefined),
  'foreign/own-token': acceptAlso(({ userId }) => userId !== undefined),
  'foreign/token-type': breakRule({ allowsType: () => true }),
};

/** Whether a token expired long ago. */
const isOld = ({ payload: { exp } }: Jws, now: number) => Number(exp) < now - 600;
