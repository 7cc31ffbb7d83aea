import {
  admin,
  adminUrl,
  CUSTOMER_ID,
  checkout,
  GID,
  SESSION_ID,
  sign,
  signWithEscapedSlashes,
  USER_ID,
} from './claim-sets.ts';
import type { CorpusContext } from './context.ts';
import type { Claims } from './forge.ts';
import { type Category, type Evidence, type GenuineToken, genuine, type Holder } from './row.ts';

const guest: Holder = { kind: 'buyer' };
const customer: Holder = { kind: 'buyer', customerId: CUSTOMER_ID };
const staff: Holder = { kind: 'staff', userId: USER_ID };

const row = (
  id: string,
  evidence: Evidence['evidence'],
  source: string,
  category: Category,
  name: string,
  holder: Holder,
  build: (context: CorpusContext) => string,
): GenuineToken => ({
  ...genuine(category, holder, `${id}: ${name}`, build),
  evidence: { id, evidence, source },
});

const signAdmin = (context: CorpusContext, claims: Claims = {}) => sign(context, admin(context, claims));
const signCheckout = (context: CorpusContext, claims: Claims = {}) =>
  sign(context, checkout(context, claims));
const checkouts = ({ shop }: CorpusContext) => ({ iss: `https://${shop}/checkouts` });
const https = ({ shop }: CorpusContext) => ({ dest: `https://${shop}` });

const SIG = { sig: 'a1'.repeat(32) };
const DOCS = 'shopify.dev, Session Token API';

/** Every accepted claim set that is known from public sources. */
export const KNOWN_GENUINE: readonly GenuineToken[] = [
  row('A1', 'R', 'shopify-app-js#2509, 2024', 'kind', 'admin', staff, (to) => signAdmin(to, SIG)),
  row('A2', 'R', 'shopify-app-js#2509, 2025', 'kind', 'admin, its JSON with escaped slashes', staff, (to) =>
    signWithEscapedSlashes(to, admin(to, SIG)),
  ),
  row('A3', 'O', "Shopify's libraries", 'kind', 'admin without sig', staff, (to) => signAdmin(to)),
  row('C1', 'D', DOCS, 'kind', 'checkout, customer', customer, (to) => signCheckout(to, { sub: GID })),
  row('C1', 'D', DOCS, 'kind', 'checkout, its JSON with escaped slashes', customer, (to) =>
    signWithEscapedSlashes(to, checkout(to, { ...checkouts(to), sub: GID })),
  ),
  row('C2', 'D', DOCS, 'kind', 'checkout, guest', guest, (to) => signCheckout(to)),
  row('C3', 'O', 'shopify-api-ruby', 'kind', 'checkout with iss, customer', customer, (to) =>
    signCheckout(to, { ...checkouts(to), sub: GID }),
  ),
  row('C4', 'R', 'laravel-shopify#452, #439', 'kind', 'checkout with iss, guest', guest, (to) =>
    signCheckout(to, checkouts(to)),
  ),
  row('C5', 'O', 'shopify-app-php 0.1.5', 'shop', 'checkout with iss, dest with https://', guest, (to) =>
    signCheckout(to, { ...checkouts(to), ...https(to) }),
  ),
  row('C6', 'O', 'shopify-app-php 0.1.5', 'shop', 'checkout, dest with https://', customer, (to) =>
    signCheckout(to, { ...https(to), sub: GID }),
  ),
  row('C7', 'H', 'libraries treat missing as empty', 'kind', 'checkout, guest with sub null', guest, (to) =>
    signCheckout(to, { sub: null }),
  ),
  row(
    'C8',
    'H',
    'libraries treat missing as empty',
    'kind',
    'checkout, guest with an empty sub',
    guest,
    (to) => signCheckout(to, { ...checkouts(to), sub: '' }),
  ),
  row('C10', 'H', 'RFC 7515 §4.1.9', 'header', 'header without typ', guest, (to) =>
    sign(to, checkout(to), { typ: undefined }),
  ),
  row('C11', 'H', 'RFC 7515 §4.1.4', 'header', 'header with kid', guest, (to) =>
    sign(to, checkout(to), { kid: '2026-01' }),
  ),
  row('C12', 'H', 'RFC 7515 §4.1.10', 'header', 'header with cty', guest, (to) =>
    sign(to, checkout(to), { cty: 'JWT' }),
  ),
  row('C13', 'H', 'RFC 7515 §4.1.9', 'header', 'header with typ in lower case', guest, (to) =>
    sign(to, checkout(to), { typ: 'jwt' }),
  ),
  row('C14', 'H', 'RFC 7519 §4', 'claims', 'unknown claims', guest, (to) =>
    signCheckout(to, { locale: 'nb', b2b: { id: 1 } }),
  ),
  row('C15', 'H', 'reported clock differences', 'times', 'nbf 10 s before iat', guest, (to) =>
    signCheckout(to, { nbf: to.nowSeconds - 10 }),
  ),
  row('U1', 'D', DOCS, 'kind', 'customer account, customer', customer, (to) =>
    signCheckout(to, { sub: GID }),
  ),
  row(
    'U2',
    'R',
    'community.shopify.com 417381',
    'kind',
    'customer account, logged in without sub',
    guest,
    (to) => signCheckout(to),
  ),
  row('U3', 'C', 'public verifiers', 'shop', 'customer account, dest with https://', customer, (to) =>
    signCheckout(to, { ...https(to), sub: GID }),
  ),
  row(
    'U4',
    'C',
    'a comment in a public verifier',
    'kind',
    'customer account, issued by the admin',
    customer,
    (to) => signAdmin(to, { sub: GID, sid: undefined }),
  ),
  row('U5', 'H', 'no documented issuer', 'kind', 'customer account, issued by /account', customer, (to) =>
    signCheckout(to, { iss: `https://${to.shop}/account`, sub: GID }),
  ),
  row('U9', 'H', 'no documented sid', 'kind', 'customer account with sid', customer, (to) =>
    signCheckout(to, { sub: GID, sid: SESSION_ID }),
  ),
  row(
    'U4+',
    'H',
    'no documented issuer or sid',
    'kind',
    'customer account, issued by the admin, with sid',
    customer,
    (to) => signAdmin(to, { sub: GID, iss: adminUrl(to) }),
  ),
  row('P1', 'D', 'shopify.dev: OpenID Connect ID Token', 'kind', 'POS as A1', staff, (to) =>
    signAdmin(to, SIG),
  ),
  row('P2', 'O', "Shopify's libraries", 'kind', 'POS as A3', staff, (to) => signAdmin(to)),
  row('P3', 'C', 'optional in public verifiers', 'kind', 'POS without sid', staff, (to) =>
    signAdmin(to, { sid: undefined }),
  ),
  row('P5', 'H', 'no documented lifetime', 'times', 'POS, valid for an hour', staff, (to) =>
    signAdmin(to, { exp: to.nowSeconds + 3600 }),
  ),
  row('P6', 'H', 'no documented lifetime', 'times', 'POS, valid for a day', staff, (to) =>
    signAdmin(to, { exp: to.nowSeconds + 86_400 }),
  ),
];
