import { signSegments } from '../sign.ts';
import { SESSION_ID } from './claim-sets.ts';
import { encodePadded } from './forge.ts';
import { type Build, type Category, type GenuineToken, genuine, type Holder } from './row.ts';

const gid = (id: string) => `gid://shopify/Customer/${id}`;

const buyer = (category: Category, name: string, build: Build, holder: Partial<Holder> = {}) =>
  genuine(category, { kind: 'buyer', ...holder }, name, build);
const customer = (name: string, customerId: string) =>
  buyer('kind', name, ({ mint }) => mint({ sub: gid(customerId) }), { customerId });
const shopNamed = (name: string, shop: string) =>
  buyer('shop', name, ({ mint }) => mint({ dest: shop, iss: undefined }), { shop });
const staff = (category: Category, name: string, build: Build, userId = '91') =>
  genuine(category, { kind: 'staff', userId }, `staff: ${name}`, build);
const user = (name: string, userId: string) =>
  staff('kind', name, ({ mintStaff }) => mintStaff({ sub: userId }), userId);

/** Segments of every length modulo 3, because only some have a second spelling in base64url. */
const ENCODINGS = [0, 1, 2].flatMap((remainder) => [
  buyer('encoding', `a payload of 3n+${remainder} bytes`, ({ genuineClaims, genuineParts, secret }) =>
    signSegments(genuineParts().header, encodePadded(genuineClaims(), remainder), secret),
  ),
  buyer('encoding', `a header of 3n+${remainder} bytes`, ({ genuineParts, secret }) =>
    signSegments(encodePadded({ alg: 'HS256' }, remainder), genuineParts().payload, secret),
  ),
]);

const BUYERS = [
  buyer('kind', 'a guest', ({ mint }) => mint()),
  customer('a customer', '7000000000001'),
  customer('customer 1', '1'),
  customer('a customer id above 2^53', '9007199254740993'),
  customer('the largest 64-bit customer id', '18446744073709551615'),
  buyer(
    'kind',
    'a customer-account token',
    ({ mint }) => mint({ sub: gid('7') }, { surface: 'customer-account' }),
    { customerId: '7' },
  ),
  buyer('shop', 'dest bare', ({ mint, shop }) => mint({ dest: shop })),
  buyer('shop', 'dest with https', ({ mint, shop }) => mint({ dest: `https://${shop}` })),
  shopNamed('a shop of one character', 'a.myshopify.com'),
  shopNamed('a shop of digits', '42.myshopify.com'),
  shopNamed('a shop with hyphens, one at the end', 'a--b-.myshopify.com'),
  buyer('shop', 'no iss', ({ mint }) => mint({ iss: undefined })),
  ...[
    ["the checkout's iss", '/checkouts'],
    ['an iss without a path', ''],
    ['an iss with another path of the shop', '/account'],
    ['an iss with a longer path', '/customer_authentication/v1-2'],
  ].map(([name = '', path]) =>
    buyer('shop', name, ({ mint, shop }) => mint({ iss: `https://${shop}${path}` })),
  ),
  buyer('header', 'a header without typ', ({ signHeader }) => signHeader({ alg: 'HS256' })),
  buyer('header', 'typ in small letters', ({ signHeader }) => signHeader({ alg: 'HS256', typ: 'jwt' })),
  buyer('header', 'typ as a full media type', ({ signHeader }) =>
    signHeader({ alg: 'HS256', typ: 'application/jwt' }),
  ),
  buyer('header', 'a kid', ({ signHeader }) => signHeader({ alg: 'HS256', typ: 'JWT', kid: '2026-01' })),
  buyer('header', 'unknown header fields', ({ signHeader }) =>
    signHeader({ alg: 'HS256', ver: 2, cty: 'x', nested: { a: [1] } }),
  ),
  buyer('header', 'a header with white space in its JSON', ({ signHeader }) =>
    signHeader('{ "typ" : "JWT",\r\n"alg" : "HS256" }'),
  ),
  buyer('claims', 'unknown claims', ({ mint }) => mint({ locale: 'nb-NO', flags: { beta: [true] } })),
  buyer('claims', 'an unknown claim in any script', ({ mint }) => mint({ note: 'blåbær 🫐' })),
  buyer('claims', 'a jti that is not a UUID', ({ mint }) => mint({ jti: 'ab/cd+ef==' })),
  buyer('times', 'a time written with an exponent', ({ mintWithJson, nowSeconds }) =>
    mintWithJson('exp', `${nowSeconds + 300}00e-2`),
  ),
  buyer('times', 'a lifetime of 60 s', ({ mint, nowSeconds }) => mint({ exp: nowSeconds + 60 })),
  buyer('times', 'a lifetime of 300 s', ({ mint, nowSeconds }) => mint({ exp: nowSeconds + 300 })),
  buyer('times', 'an nbf just before iat', ({ mint, nowSeconds }) => mint({ nbf: nowSeconds - 3 })),
  buyer('times', 'an nbf just after iat', ({ mint, nowSeconds }) => mint({ nbf: nowSeconds + 3 })),
  buyer('kind', 'a customer whose token has a sid', ({ mint }) => mint({ sub: gid('7'), sid: 'x' }), {
    customerId: '7',
  }),
];

const STAFF = [
  staff('kind', 'POS', ({ mintStaff }) => mintStaff()),
  user('a user id above 2^53', '9007199254740993'),
  user('the largest 64-bit user id', '18446744073709551615'),
  staff('shop', 'no iss', ({ mintStaff }) => mintStaff({ iss: undefined })),
  staff('shop', 'a bare dest', ({ mintStaff, shop }) => mintStaff({ dest: shop })),
  staff('times', 'a lifetime of 60 s', ({ mintStaff, nowSeconds }) => mintStaff({ exp: nowSeconds + 60 })),
  staff('claims', 'a sid of 64 hexadecimal digits', ({ mintStaff }) => mintStaff({ sid: 'a1'.repeat(32) })),
  staff('claims', 'unknown claims', ({ mintStaff }) => mintStaff({ scope: 'pos' })),
];

const ISSUER_PATHS = ['', '/account', '/checkouts', '/admin', '/ADMIN', '/admin/oauth', '/a/admin'];

/** Shopify documents neither `iss` nor `sid` of customer accounts. A customer's gid decides. */
const CUSTOMERS_OF_ANY_ISSUER = ISSUER_PATHS.flatMap((path) =>
  [undefined, SESSION_ID, null, ''].map((sid) =>
    buyer(
      'kind',
      `a customer, issuer path "${path}", sid ${sid === SESSION_ID ? 'present' : JSON.stringify(sid)}`,
      ({ mint, shop }) => mint({ sub: gid('7'), iss: `https://${shop}${path}`, sid }),
      { customerId: '7' },
    ),
  ),
);

/** Forms that the verifier accepts, known or not from public sources. */
export const GENUINE_FORMS: readonly GenuineToken[] = [
  ...ENCODINGS,
  ...BUYERS,
  ...STAFF,
  ...CUSTOMERS_OF_ANY_ISSUER,
];
