import { admin, adminUrl, CUSTOMER_ID, checkout, GID, postPurchase, sign } from './claim-sets.ts';
import type { CorpusContext } from './context.ts';
import { type Claims, OTHER_SHOP } from './forge.ts';
import { type Category, type Evidence, type HostileToken, hostile } from './row.ts';

const row = (
  id: string,
  evidence: Evidence['evidence'],
  source: string,
  category: Category,
  name: string,
  code: string,
  claim: string | undefined,
  build: (context: CorpusContext) => string,
): HostileToken => ({
  ...hostile(category, code, claim, `${id}: ${name}`, build),
  evidence: { id, evidence, source },
});

const signAdmin = (context: CorpusContext, claims: Claims = {}) => sign(context, admin(context, claims));
const signCheckout = (context: CorpusContext, claims: Claims = {}) =>
  sign(context, checkout(context, claims));

const PHP = 'shopify-app-php casts it';
const POST_PURCHASE = 'shopify.dev, checkout';

/** Every claim set from public sources that Shopify does not issue for an extension. */
export const KNOWN_REFUSED: readonly HostileToken[] = [
  row(
    'A4',
    'D',
    "shopify.dev's table",
    'shop',
    'admin, iss and dest without https://',
    'bad_issuer',
    'iss',
    (to) => signAdmin(to, { iss: `${to.shop}/admin`, dest: to.shop }),
  ),
  row(
    'A6',
    'O',
    'shopify-api-ruby, fixture',
    'times',
    'admin, nbf and iat 1234',
    'lifetime_too_long',
    'exp',
    (to) => signAdmin(to, { nbf: 1234, iat: 1234 }),
  ),
  row('A7', 'H', PHP, 'kind', 'admin, sub as a number', 'bad_subject', 'sub', (to) =>
    signAdmin(to, { sub: 91 }),
  ),
  row('A7', 'H', PHP, 'kind', 'admin without sid, sub as a number', 'bad_issuer', 'iss', (to) =>
    signAdmin(to, { sub: 91, sid: undefined }),
  ),
  row(
    'C9',
    'O',
    'shopify-api-js, fixture',
    'times',
    'checkout, nbf and iat 1234',
    'lifetime_too_long',
    'exp',
    (to) => signCheckout(to, { nbf: 1234, iat: 1234 }),
  ),
  row('Y1', 'H', 'RFC 7519 §4.1.3', 'audience', 'aud as a list of one', 'wrong_audience', 'aud', (to) =>
    signCheckout(to, { aud: [to.clientId] }),
  ),
  row('Y2', 'H', 'none', 'shop', 'dest with a trailing slash', 'bad_dest', 'dest', (to) =>
    signCheckout(to, { dest: `https://${to.shop}/` }),
  ),
  row('Y3', 'H', 'none', 'shop', 'dest in capitals', 'bad_dest', 'dest', (to) =>
    signCheckout(to, { dest: to.shop.toUpperCase() }),
  ),
  row('Y4', 'H', 'none', 'shop', 'dest as a custom domain', 'bad_dest', 'dest', (to) =>
    signCheckout(to, { dest: 'shop.example.com' }),
  ),
  row('Y5', 'H', 'RFC 7519 §2', 'times', 'fractional times', 'invalid_time', 'nbf', (to) =>
    signCheckout(to, { nbf: to.nowSeconds - 0.5 }),
  ),
  row('Y6', 'H', 'none', 'claims', 'no jti', 'missing_claim', 'jti', (to) =>
    signCheckout(to, { jti: undefined }),
  ),
  row('Y7', 'H', 'none', 'shop', 'iss null', 'bad_issuer', 'iss', (to) => signCheckout(to, { iss: null })),
  row('Y8', 'H', 'none', 'shop', 'an empty iss', 'bad_issuer', 'iss', (to) => signCheckout(to, { iss: '' })),
  row('Y9', 'H', 'none', 'shop', 'iss with a trailing slash', 'bad_issuer', 'iss', (to) =>
    signCheckout(to, { iss: `https://${to.shop}/checkouts/` }),
  ),
  row('Y10', 'H', 'none', 'kind', 'POS without sub', 'missing_claim', 'sub', (to) =>
    signAdmin(to, { sub: undefined }),
  ),
  row('Y10', 'H', 'none', 'kind', 'POS without sub and sid', 'bad_issuer', 'iss', (to) =>
    signAdmin(to, { sub: undefined, sid: undefined }),
  ),
  row(
    'Y12',
    'H',
    'RFC 9068 §2.1',
    'header',
    'header of an access token',
    'unsupported_header',
    undefined,
    (to) => sign(to, checkout(to), { typ: 'at+jwt' }),
  ),
  row('Y13', 'H', 'none', 'kind', 'gid of a CompanyContact', 'bad_subject', 'sub', (to) =>
    signCheckout(to, { sub: 'gid://shopify/CompanyContact/7' }),
  ),
  row('X1', 'O', POST_PURCHASE, 'foreign', 'post-purchase', 'missing_claim', 'aud', (to) =>
    sign(to, postPurchase(to)),
  ),
  row(
    'Y16',
    'O',
    POST_PURCHASE,
    'foreign',
    'post-purchase with aud, times and jti',
    'missing_claim',
    'dest',
    (to) => signCheckout(to, postPurchase(to, { dest: undefined })),
  ),
  row(
    'Y16',
    'O',
    POST_PURCHASE,
    'foreign',
    'post-purchase with all required claims',
    'bad_issuer',
    'iss',
    (to) => signCheckout(to, postPurchase(to)),
  ),
  row('U6', 'H', 'none', 'shop', 'customer account, iss on shopify.com', 'bad_issuer', 'iss', (to) =>
    signCheckout(to, { iss: 'https://shopify.com/authentication/1', sub: GID }),
  ),
  row('U7', 'H', 'none', 'shop', 'customer account, iss on its own domain', 'bad_issuer', 'iss', (to) =>
    signCheckout(to, { iss: 'https://account.example.com', sub: GID }),
  ),
  row('U8', 'C', 'third-party types', 'kind', 'customer, sub as digits', 'bad_subject', 'sub', (to) =>
    signCheckout(to, { sub: CUSTOMER_ID }),
  ),
  row('P4', 'C', 'third-party types', 'claims', 'POS without nbf and jti', 'missing_claim', 'nbf', (to) =>
    signAdmin(to, { nbf: undefined, jti: undefined }),
  ),
  row(
    'P6+',
    'H',
    'no documented lifetime',
    'times',
    'POS, valid for a day and a second',
    'lifetime_too_long',
    'exp',
    (to) => signAdmin(to, { exp: to.nowSeconds + 86_401 }),
  ),
  row('P3+', 'H', 'none', 'kind', 'POS without sid and iss', 'bad_subject', 'sub', (to) =>
    signAdmin(to, { sid: undefined, iss: undefined }),
  ),
  row('U4+', 'H', 'none', 'shop', "customer, issued by another shop's admin", 'bad_issuer', 'iss', (to) =>
    signAdmin(to, { sub: GID, dest: OTHER_SHOP, iss: adminUrl(to) }),
  ),
];
