import { admin, CUSTOMER_ID, checkout, GID, sign, USER_ID } from './claim-sets.ts';
import type { Claims, Forge } from './forge.ts';
import { type Build, type Category, genuine, type Holder, hostile, type Limit } from './row.ts';
import { ofLength } from './size.ts';

const guest: Holder = { kind: 'buyer' };

interface LimitOptions {
  claim?: string;
  holder?: Holder;
  needsExactClock?: boolean;
}

function limit(
  category: Category,
  code: string,
  name: string,
  inside: Build,
  outside: Build,
  options: LimitOptions = {},
): Limit {
  const { claim, holder = guest, needsExactClock = false } = options;
  return {
    name,
    needsExactClock,
    inside: genuine(category, holder, `${name}: the last token inside`, inside),
    outside: hostile(category, code, claim, `${name}: the first token outside`, outside),
  };
}

type Times = { exp?: number; nbf?: number; iat?: number };
const withTimes =
  (times: Times): Build =>
  ({ mint, nowSeconds }) =>
    mint(Object.fromEntries(Object.entries(times).map(([claim, offset]) => [claim, nowSeconds + offset])));

const timeLimit = (
  code: string,
  claim: string,
  name: string,
  inside: Times,
  outside: Times,
  needsExactClock = false,
) => limit('times', code, name, withTimes(inside), withTimes(outside), { claim, needsExactClock });

const TIMES = [
  timeLimit(
    'expired',
    'exp',
    'exp 10 s ago, with the tolerance of 10 s',
    { iat: -100, nbf: -100, exp: -9 },
    { iat: -100, nbf: -100, exp: -10 },
    true,
  ),
  timeLimit('not_yet_valid', 'nbf', 'nbf 10 s ahead', { nbf: 10 }, { nbf: 11 }, true),
  timeLimit('issued_in_future', 'iat', 'iat 10 s ahead', { iat: 10 }, { iat: 11 }, true),
  timeLimit(
    'lifetime_too_long',
    'exp',
    'a lifetime of 600 s from an earlier nbf',
    { nbf: -300, exp: 300 },
    { nbf: -301, exp: 300 },
  ),
  timeLimit('invalid_time', 'nbf', 'nbf before exp', { nbf: 4, exp: 5 }, { nbf: 5, exp: 5 }),
  timeLimit('invalid_time', 'iat', 'iat before exp', { iat: 4, exp: 5 }, { iat: 5, exp: 5 }),
];

type Holding = readonly [
  name: string,
  claims: (forge: Forge, claims?: Claims) => Claims,
  maxSeconds: number,
  holder: Holder,
];

const customer: Holder = { kind: 'buyer', customerId: CUSTOMER_ID };
const staff: Holder = { kind: 'staff', userId: USER_ID };

const HOLDERS: readonly Holding[] = [
  ['a guest', (to, claims) => checkout(to, claims), 600, guest],
  ['a customer', (to, claims) => checkout(to, { sub: GID, ...claims }), 600, customer],
  [
    'a customer, issued by the admin',
    (to, claims) => admin(to, { sub: GID, sid: undefined, ...claims }),
    600,
    customer,
  ],
  ['a customer with sid', (to, claims) => admin(to, { sub: GID, ...claims }), 600, customer],
  ['staff', (to, claims) => admin(to, claims), 86_400, staff],
  ['staff without sid', (to, claims) => admin(to, { sid: undefined, ...claims }), 86_400, staff],
  ['staff without issuer', (to, claims) => admin(to, { iss: undefined, ...claims }), 86_400, staff],
];

/** The lifetime counts from `iat` or `nbf`, whichever is earlier. */
const LIFETIMES = HOLDERS.flatMap(([name, claims, maxSeconds, holder]) =>
  (['exp', 'nbf', 'iat'] as const).map((claim) => {
    const lasting =
      (seconds: number): Build =>
      (forge) => {
        const now = forge.nowSeconds;
        const times =
          claim === 'exp' ? { exp: now + seconds } : { exp: now + 60, [claim]: now + 60 - seconds };
        return sign(forge, claims(forge, times));
      };
    const text = `${name}: a lifetime of ${maxSeconds} s, by ${claim}`;
    return limit('times', 'lifetime_too_long', text, lasting(maxSeconds), lasting(maxSeconds + 1), {
      claim: 'exp',
      holder,
    });
  }),
);

const LONGEST = { id: '1'.repeat(20), tooLong: '1'.repeat(21) };
const withGid =
  (id: string): Build =>
  ({ mint }) =>
    mint({ sub: `gid://shopify/Customer/${id}` });
const shopOf = (length: number) => `${'a'.repeat(length)}.myshopify.com`;
const withShop =
  (length: number): Build =>
  ({ mint }) =>
    mint({ dest: shopOf(length), iss: undefined });
const withJti =
  (jti: string): Build =>
  ({ mint }) =>
    mint({ jti });
const withSid =
  (sid: string): Build =>
  ({ mintStaff }) =>
    mintStaff({ sid });
const withUser =
  (sub: string): Build =>
  ({ mintStaff }) =>
    mintStaff({ sub });
const withIssuerPath =
  (path: string): Build =>
  ({ mint, shop }) =>
    mint({ iss: `https://${shop}${path}` });

const IDENTITIES = [
  limit('kind', 'bad_subject', 'a customer id of 20 digits', withGid(LONGEST.id), withGid(LONGEST.tooLong), {
    claim: 'sub',
    holder: { kind: 'buyer', customerId: LONGEST.id },
  }),
  limit('kind', 'bad_subject', 'a user id of 20 digits', withUser(LONGEST.id), withUser(LONGEST.tooLong), {
    claim: 'sub',
    holder: { kind: 'staff', userId: LONGEST.id },
  }),
  limit('shop', 'bad_dest', 'a shop name of 63 characters', withShop(63), withShop(64), {
    claim: 'dest',
    holder: { kind: 'buyer', shop: shopOf(63) },
  }),
  limit(
    'claims',
    'bad_token_id',
    'a jti of 128 characters',
    withJti('x'.repeat(128)),
    withJti('x'.repeat(129)),
    {
      claim: 'jti',
    },
  ),
  limit('claims', 'bad_token_id', 'a jti from ! to ~', withJti('!~'), withJti('!~\x7f'), { claim: 'jti' }),
  limit(
    'claims',
    'bad_session_id',
    'a sid of 128 characters',
    withSid('x'.repeat(128)),
    withSid('x'.repeat(129)),
    {
      claim: 'sid',
      holder: { kind: 'staff', userId: '91' },
    },
  ),
  limit(
    'shop',
    'bad_issuer',
    'eight segments in the path of iss',
    withIssuerPath('/a'.repeat(8)),
    withIssuerPath('/a'.repeat(9)),
    { claim: 'iss' },
  ),
  limit(
    'shop',
    'bad_issuer',
    'a segment of 64 characters in the path of iss',
    withIssuerPath(`/${'a'.repeat(64)}`),
    withIssuerPath(`/${'a'.repeat(65)}`),
    { claim: 'iss' },
  ),
];

const SIZE = limit('size', 'token_too_large', 'a token of 4096 characters', ofLength(4096), ofLength(4097));

/** Every limit of the verifier. */
export const LIMITS: readonly Limit[] = [...TIMES, ...LIFETIMES, ...IDENTITIES, SIZE];
