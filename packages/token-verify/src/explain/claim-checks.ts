import {
  assertAudience,
  assertRequiredClaims,
  holderOf,
  parseStaffSubject,
  REQUIRED_CLAIMS,
} from '../claims.ts';
import type { JsonObject } from '../compact-jws.ts';
import {
  assertIssuer,
  assertNoSubject,
  parseDest,
  parseSessionId,
  parseTokenId,
  type TokenHolder,
} from '../identity.ts';
import { findClientIdProblem } from '../options.ts';
import { MAX_LIFETIME_SECONDS, parseTimes, type TokenTimes } from '../times.ts';
import type { CheckList } from './check-list.ts';
import { display, displayDuration, displayTime } from './display.ts';

export interface ClaimsResult {
  holder?: TokenHolder;
  /** Without `https://`. */
  shop?: string;
  times?: TokenTimes;
}

/** Checks every claim in the verifier's order, but continues after a failure. */
export async function checkClaims(
  payload: JsonObject | undefined,
  clientId: string | undefined,
  list: CheckList,
): Promise<ClaimsResult> {
  if (!payload) {
    for (const check of [REQUIRED, AUDIENCE, TIMES, SHOP, ISSUER, TOKEN_ID, SUBJECT]) {
      list.skip(check, 'the payload cannot be read');
    }
    return {};
  }
  const holder = holderOf(payload);
  const missing = REQUIRED_CLAIMS.filter((claim) => !(claim in payload));
  const found = missing.length === 0 ? 'all present' : `${missing.join(', ')} missing`;
  await list.run({ ...REQUIRED, found }, () => assertRequiredClaims(payload));
  await checkAudience(payload, clientId, list);
  const times = await checkTimes(payload, holder, list);
  const shop = await checkShop(payload, holder, list);
  await checkIds(payload, holder, list);
  return { holder, ...(shop !== undefined && { shop }), ...(times && { times }) };
}

const REQUIRED = { id: 'claims', title: 'Required claims', expected: REQUIRED_CLAIMS.join(', ') };
const AUDIENCE = { id: 'audience', title: 'App (aud)', expected: "the app's client id" };
const TIMES = { id: 'times', title: 'Times', expected: 'whole seconds, with nbf and iat before exp' };
const SHOP = {
  id: 'shop',
  title: 'Shop (dest)',
  expected: 'name.myshopify.com, with or without https://',
};
const ISSUER = { id: 'issuer', title: 'Issuer (iss)', expected: 'absent, or an address of the same shop' };
const TOKEN_ID = { id: 'token-id', title: 'Token id (jti)', expected: '1 to 128 visible ASCII characters' };
const SUBJECT = {
  id: 'subject',
  title: 'Subject (sub)',
  expected: "a customer's gid, a user's number, or none",
};
const SESSION_ID = {
  id: 'session-id',
  title: 'Session id (sid)',
  expected: 'absent, or 1 to 128 visible ASCII characters',
};

async function checkAudience(payload: JsonObject, clientId: string | undefined, list: CheckList) {
  if (!('aud' in payload)) return list.skip(AUDIENCE, 'aud is missing');
  if (!clientId) return list.skip(AUDIENCE, 'no client id was given');
  const problem = findClientIdProblem(clientId);
  if (problem !== undefined) return list.skip(AUDIENCE, `the client id ${problem}`);
  const check = { ...AUDIENCE, expected: display(clientId), found: display(payload.aud) };
  await list.run(check, () => assertAudience(payload.aud, clientId));
}

async function checkTimes(payload: JsonObject, holder: TokenHolder, list: CheckList) {
  const missing = ['exp', 'nbf', 'iat'].find((claim) => !(claim in payload));
  if (missing !== undefined) return list.skip(TIMES, `${missing} is missing`);
  const kind = holder === 'staff' ? 'staff' : 'buyer';
  const limit = displayDuration(MAX_LIFETIME_SECONDS[kind]);
  const expected = `${TIMES.expected}, and at most ${limit} for ${kind === 'staff' ? 'staff' : 'buyers'}`;
  return list.run({ ...TIMES, expected, found: describeTimes(payload) }, () => parseTimes(payload, kind));
}

function describeTimes({ exp, nbf, iat }: JsonObject): string {
  const written = [
    ['iat', iat],
    ['nbf', nbf],
    ['exp', exp],
  ] as const;
  const lifetime =
    Number.isInteger(exp) && Number.isInteger(iat) && Number(exp) > Number(iat)
      ? `; valid for ${displayDuration(Number(exp) - Number(iat))}`
      : '';
  return written.map(([name, value]) => `${name} ${describeTime(value)}`).join(', ') + lifetime;
}

/** Whether a value is a time that can be printed as a date. */
const isDate = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) < 100_000_000_000;

const describeTime = (value: unknown) => (isDate(value) ? displayTime(value) : display(value));

async function checkShop(payload: JsonObject, holder: TokenHolder, list: CheckList) {
  if (!('dest' in payload)) {
    list.skip(SHOP, 'dest is missing');
    return list.skip(ISSUER, 'dest is missing');
  }
  const parsed = await list.run({ ...SHOP, found: display(payload.dest) }, () => parseDest(payload.dest));
  if (!parsed) return list.skip(ISSUER, 'dest is not a shop');
  const { shop } = parsed;
  const expected = {
    staff: `absent, or https://${shop}/admin`,
    customer: `absent, or a plain path of https://${shop}`,
    guest: `absent, or a plain path of https://${shop} outside /admin`,
  }[holder];
  await list.run({ ...ISSUER, expected, found: display(payload.iss) }, () =>
    assertIssuer(payload.iss, shop, holder),
  );
  return shop;
}

async function checkIds(payload: JsonObject, holder: TokenHolder, list: CheckList) {
  const { jti, sub, sid } = payload;
  if ('jti' in payload) await list.run({ ...TOKEN_ID, found: display(jti) }, () => parseTokenId(jti));
  else list.skip(TOKEN_ID, 'jti is missing');
  const subject = { ...SUBJECT, ...SUBJECT_OF[holder], found: display(sub) };
  await list.run(subject, () => {
    if (holder === 'guest') assertNoSubject(sub);
    if (holder === 'staff') parseStaffSubject(payload);
  });
  // For buyers, the verifier ignores a session id.
  if (holder === 'staff' && 'sid' in payload) {
    await list.run({ ...SESSION_ID, found: display(sid) }, () => parseSessionId(sid));
  }
}

const SUBJECT_OF: Record<TokenHolder, { expected: string }> = {
  customer: { expected: 'gid://shopify/Customer/N: a customer' },
  guest: {
    expected: 'absent, null or empty: without a sid, or a numeric sub and iss /admin, it is a guest',
  },
  staff: { expected: "a user's number: with a sid, or a numeric sub and iss /admin, it is staff" },
};
