import { createHmac, timingSafeEqual } from 'node:crypto';

export type Json = Record<string, unknown>;

/** A token in its parts. */
export interface Jws {
  header: Json;
  payload: Json;
  /** The signed text. */
  input: string;
  signature: Buffer;
}

export interface App {
  clientId: string;
  secret: string;
  shop: string;
}

export type Caller = 'guest' | 'customer' | 'staff';

/**
 * The rules of a correct server, each on its own, so that a test can replace one. They share no code with the
 * verifier of this repository.
 */
export const RULES = {
  isSmall: (token: string): boolean => token.length <= 4096,
  /** Splits a token into exactly three canonical segments. Throws otherwise. */
  split(token: string): [header: string, payload: string, signature: string] {
    const segments = token.split('.');
    const isCanonical = segments.every(
      (segment) => segment === toBase64url(Buffer.from(segment, 'base64url')),
    );
    if (segments.length !== 3 || !isCanonical) throw new Error('form');
    return segments as [string, string, string];
  },
  /** Parses strict UTF-8 and JSON. Throws if it is not an object. */
  parse(segment: string): Json {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(segment, 'base64url'),
    );
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('json');
    return value as Json;
  },
  allowsAlgorithm: ({ header }: Jws): boolean => Object.hasOwn(header, 'alg') && header.alg === 'HS256',
  allowsExtensions: ({ header }: Jws): boolean => !('crit' in header) && !('b64' in header),
  allowsType: ({ header: { typ } }: Jws): boolean =>
    typ === undefined || (typeof typ === 'string' && /^(application\/)?jwt$/i.test(typ)),
  isSigned({ input, signature }: Jws, { secret }: App): boolean {
    const expected = createHmac('sha256', secret).update(input).digest();
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  },
  hasAudience: ({ payload }: Jws): boolean => Object.hasOwn(payload, 'aud'),
  allowsAudience: ({ payload: { aud } }: Jws, { clientId }: App): boolean => aud === clientId,
  hasExpiry: ({ payload: { exp } }: Jws): boolean => exp !== undefined,
  hasStart: ({ payload: { nbf, iat } }: Jws): boolean => nbf !== undefined && iat !== undefined,
  areTimesWhole({ payload: { exp, nbf, iat } }: Jws): boolean {
    const isTime = (time: unknown) =>
      time === undefined || (Number.isInteger(time) && Number(time) >= 0 && Number(time) < 1e11);
    return (
      isTime(exp) && isTime(nbf) && isTime(iat) && !(Number(nbf) >= Number(exp) || Number(iat) >= Number(exp))
    );
  },
  isShortLived({ payload }: Jws): boolean {
    const earliest = Math.min(
      Number(payload.nbf ?? payload.iat ?? payload.exp),
      Number(payload.iat ?? payload.nbf ?? payload.exp),
    );
    return !(Number(payload.exp) - earliest > (isStaffToken(payload) ? 86_400 : 600));
  },
  isNotExpired: ({ payload: { exp } }: Jws, now: number): boolean => !(Number(exp) <= now - 10),
  isStarted: ({ payload: { nbf } }: Jws, now: number): boolean => !(Number(nbf) > now + 10),
  isIssued: ({ payload: { iat } }: Jws, now: number): boolean => !(Number(iat) > now + 10),
  hasShop: ({ payload: { dest } }: Jws): boolean => dest !== undefined,
  allowsShop: ({ payload: { dest } }: Jws): boolean =>
    dest === undefined ||
    (typeof dest === 'string' && /^(https:\/\/)?[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/.test(dest)),
  allowsIssuer({ payload }: Jws): boolean {
    const { iss, dest = '', sub } = payload;
    if (iss === undefined) return true;
    const shop = `https://${String(dest).replace('https://', '')}`;
    if (typeof iss !== 'string' || !iss.startsWith(shop)) return false;
    const path = iss.slice(shop.length);
    if (isStaffToken(payload)) return path === '/admin';
    return /^(\/[\w-]{1,64}){0,8}$/.test(path) && (isCustomerGid(sub) || !/\/admin(\/|$)/i.test(path));
  },
  allowsSubject({ payload }: Jws): boolean {
    const { sub } = payload;
    if (isStaffToken(payload)) return typeof sub === 'string' && /^[1-9]\d{0,19}$/.test(sub);
    return sub === undefined || sub === null || sub === '' || isCustomerGid(sub);
  },
  allowsIds: ({ payload: { jti, sid, sub } }: Jws): boolean =>
    isVisible(jti) && (sid === undefined || isCustomerGid(sub) || isVisible(sid)),
};

export type Rules = typeof RULES;

/** Returns the caller of a token. Throws if the token breaks a rule. */
export function verify(token: string, app: App, rules: Rules, now: number): Caller {
  if (!rules.isSmall(token)) throw new Error('size');
  const [header, payload, signature] = rules.split(token);
  const jws: Jws = {
    header: rules.parse(header),
    payload: rules.parse(payload),
    input: `${header}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
  const holds = [
    rules.allowsAlgorithm(jws),
    rules.allowsExtensions(jws),
    rules.allowsType(jws),
    rules.isSigned(jws, app),
    rules.hasAudience(jws),
    rules.allowsAudience(jws, app),
    ...[rules.hasExpiry(jws), rules.hasStart(jws), rules.areTimesWhole(jws), rules.isShortLived(jws)],
    ...[rules.isNotExpired(jws, now), rules.isStarted(jws, now), rules.isIssued(jws, now)],
    ...[rules.hasShop(jws), rules.allowsShop(jws), rules.allowsIssuer(jws)],
    ...[rules.allowsSubject(jws), rules.allowsIds(jws)],
  ];
  if (holds.includes(false)) throw new Error('rejected');
  if (isStaffToken(jws.payload)) return 'staff';
  return isCustomerGid(jws.payload.sub) ? 'customer' : 'guest';
}

const toBase64url = (bytes: Buffer) => bytes.toString('base64url');
const isCustomerGid = (sub: unknown) =>
  typeof sub === 'string' && /^gid:\/\/shopify\/Customer\/[1-9]\d{0,19}$/.test(sub);
const isVisible = (id: unknown) => typeof id === 'string' && /^[\x21-\x7e]{1,128}$/.test(id);

/** Staff tokens have a session, or the issuer of the admin and a numeric subject. */
function isStaffToken({ sid, iss, sub, dest }: Json): boolean {
  if (isCustomerGid(sub)) return false;
  const admin = `https://${String(dest).replace('https://', '')}/admin`;
  return sid !== undefined || (iss === admin && typeof sub === 'string' && /^[1-9]\d*$/.test(sub));
}
