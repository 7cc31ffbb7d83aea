import { OTHER_SHOP } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

type Issuer = (shop: string, clientId: string) => unknown;

const OF_BUYERS: readonly [name: string, iss: Issuer][] = [
  ['another shop', () => `https://${OTHER_SHOP}/checkouts`],
  ['a domain that starts with our shop', (shop) => `https://${shop}.attacker.example/checkouts`],
  ['a domain that continues ours', (shop) => `https://${shop}munity/checkouts`],
  ['our shop as userinfo', (shop) => `https://${shop}@attacker.example`],
  ['our shop with a port', (shop) => `https://${shop}:8443/checkouts`],
  ['the admin of our shop', (shop) => `https://${shop}/admin`],
  ['the admin of our shop, in capitals', (shop) => `https://${shop}/ADMIN`],
  ['a page of the admin of our shop', (shop) => `https://${shop}/admin/oauth`],
  ['the admin of our shop behind dot segments', (shop) => `https://${shop}/checkouts/../admin`],
  ['the admin of our shop behind two slashes', (shop) => `https://${shop}//admin`],
  ['an escaped path', (shop) => `https://${shop}/%61dmin`],
  ['a slash at the end', (shop) => `https://${shop}/checkouts/`],
  ['a query', (shop) => `https://${shop}/checkouts?x`],
  ['a fragment', (shop) => `https://${shop}/checkouts#x`],
  ['a line feed after it', (shop) => `https://${shop}/checkouts\n`],
  ['http', (shop) => `http://${shop}/checkouts`],
  ['no scheme', (shop) => `${shop}/checkouts`],
  ['shopify, as in a post-purchase token', () => 'shopify'],
  ['our client id, as in a changeset', (_shop, clientId) => clientId],
  ['an issuer of the Customer Account API', () => 'https://shopify.com/authentication/1'],
  ['an empty string', () => ''],
  ['null', () => null],
  ['a number', () => 1],
  ['a list', (shop) => [`https://${shop}/checkouts`]],
  ['a very deep path', (shop) => `https://${shop}${'/a'.repeat(400)}`],
];

const OF_CUSTOMERS: readonly [name: string, iss: Issuer][] = [
  ['the admin of another shop', () => `https://${OTHER_SHOP}/admin`],
  ['a trailing slash', (shop) => `https://${shop}/admin/`],
  ['two slashes', (shop) => `https://${shop}//admin`],
  ['an escape', (shop) => `https://${shop}/%61dmin`],
  ['a dot segment', (shop) => `https://${shop}/account/../admin`],
  ['a query', (shop) => `https://${shop}/admin?x`],
  ['no scheme', (shop) => `${shop}/admin`],
];

const OF_STAFF: readonly [name: string, iss: Issuer][] = [
  ['another shop', () => `https://${OTHER_SHOP}/admin`],
  ['the checkout of our shop', (shop) => `https://${shop}/checkouts`],
  ['our shop alone', (shop) => `https://${shop}`],
  ['a slash at the end', (shop) => `https://${shop}/admin/`],
  ['in capitals', (shop) => `https://${shop}/ADMIN`],
  ['something after it', (shop) => `https://${shop}/administrator`],
  ['a line feed after it', (shop) => `https://${shop}/admin\n`],
  ['no scheme', (shop) => `${shop}/admin`],
  ['shopify', () => 'shopify'],
  ['an empty string', () => ''],
  ['null', () => null],
];

export const ISSUERS: readonly HostileToken[] = [
  ...OF_BUYERS.map(([name, iss]) =>
    hostile('shop', 'bad_issuer', 'iss', `iss of a guest: ${name}`, ({ mintGuest, shop, clientId }) =>
      mintGuest({ iss: iss(shop, clientId) }),
    ),
  ),
  ...OF_CUSTOMERS.map(([name, iss]) =>
    hostile('shop', 'bad_issuer', 'iss', `iss of a customer: ${name}`, ({ mintStaff, shop, clientId }) =>
      mintStaff({ sub: 'gid://shopify/Customer/7', iss: iss(shop, clientId) }),
    ),
  ),
  ...OF_STAFF.map(([name, iss]) =>
    hostile('shop', 'bad_issuer', 'iss', `iss of staff: ${name}`, ({ mintStaff, shop, clientId }) =>
      mintStaff({ iss: iss(shop, clientId) }),
    ),
  ),
];
