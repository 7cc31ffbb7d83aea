import { changeCase } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

type Dest = (shop: string, shopName: string) => unknown;

/** Inserts text after the first character. */
const insert = (shop: string, text: string) => `${shop.slice(0, 1)}${text}${shop.slice(1)}`;

const FORMS: readonly [name: string, dest: Dest][] = [
  ['null', () => null],
  ['a number', () => 1],
  ['a list of one shop', (shop) => [shop]],
  ['an object', (shop) => ({ host: shop })],
  ['an empty string', () => ''],
  ['the bare myshopify.com', () => 'myshopify.com'],
  ['a name without a domain', (_shop, name) => name],
  ['an empty name', () => '.myshopify.com'],
  ['a hyphen for the dot', (_shop, name) => `${name}-myshopify.com`],
  ['any character for the dot', (_shop, name) => `${name}.myshopifyxcom`],
  ['two dots', (_shop, name) => `${name}..myshopify.com`],
  ['a dot at the end', (shop) => `${shop}.`],
  ['a dot in front', (shop) => `.${shop}`],
  ['a hyphen in front', (shop) => `-${shop}`],
  ['an underscore', (shop) => insert(shop, '_')],
  ['an escaped letter', (shop) => `%73${shop}`],
  ['a wildcard', () => '*.myshopify.com'],
  ['an SQL fragment', (_shop, name) => `${name}'--.myshopify.com`],
  ['a name of 64 characters', () => `${'a'.repeat(64)}.myshopify.com`],
  ['a name of 2 000 characters', () => `${'a'.repeat(2000)}.myshopify.com`],
];

const FOREIGN_DOMAINS: readonly [name: string, dest: Dest][] = [
  ['a domain of someone else', () => 'attacker.example'],
  ['our shop as the name of another domain', (shop) => `${shop}.attacker.example`],
  ['a domain that ends in ours without a dot', (_shop, name) => `${name}myshopify.com`],
  ['a nested label', (shop) => `evil.${shop}`],
  ['another domain of Shopify', (_shop, name) => `${name}.shopify.com`],
  ['a development domain of Shopify', (_shop, name) => `${name}.myshopify.io`],
  ['an admin URL', (_shop, name) => `https://admin.shopify.com/store/${name}`],
];

const URLS: readonly [name: string, dest: Dest][] = [
  ['http', (shop) => `http://${shop}`],
  ['a scheme in capitals', (shop) => `HTTPS://${shop}`],
  ['another scheme', (shop) => `javascript://${shop}`],
  ['no scheme before the slashes', (shop) => `//${shop}`],
  ['one slash too few', (shop) => `https:/${shop}`],
  ['one slash too many', (shop) => `https:///${shop}`],
  ['the scheme twice', (shop) => `https://https://${shop}`],
  ['a slash at the end', (shop) => `https://${shop}/`],
  ['a path', (shop) => `https://${shop}/admin`],
  ['a port', (shop) => `${shop}:443`],
  ['a port after the scheme', (shop) => `https://${shop}:8443`],
  ['userinfo', (shop) => `https://user@${shop}`],
  ['userinfo that looks like the shop', (shop) => `https://${shop}@attacker.example`],
  ['a query', (shop) => `https://${shop}?x`],
  ['a query that holds the shop', (shop) => `https://attacker.example?${shop}`],
  ['a fragment', (shop) => `https://${shop}#x`],
  ['a fragment that holds the shop', (shop) => `https://attacker.example#${shop}`],
  ['a backslash', (shop) => `https://attacker.example\\${shop}`],
];

const CHARACTERS: readonly [name: string, dest: Dest][] = [
  ['two shops, separated by a comma', (shop) => `${shop},other.myshopify.com`],
  ['two shops, separated by a line feed', (shop) => `${shop}\nother.myshopify.com`],
  ['a space after it', (shop) => `${shop} `],
  ['a space in front', (shop) => ` ${shop}`],
  ['a line feed after it', (shop) => `${shop}\n`],
  ['a carriage return and line feed in it', (_shop, name) => `${name}\r\n.myshopify.com`],
  ['a tab in it', (shop) => insert(shop, '\t')],
  ['a NUL in it', (_shop, name) => `${name}\0.myshopify.com`],
  ['a soft hyphen in it', (shop) => insert(shop, '\u00ad')],
  ['a right-to-left override in it', (shop) => `\u202e${shop}`],
  ['a zero-width space in it', (shop) => insert(shop, '\u200b')],
  ['a Cyrillic a', (shop) => insert(shop, '\u0430')],
  ['a Kelvin sign, which lower-cases to k', () => '\u212aiosk.myshopify.com'],
  ['a dotless i', () => 'k\u0131osk.myshopify.com'],
  ['full-width letters', (shop) => `\uff53${shop.slice(1)}`],
  ['an ideographic full stop', (_shop, name) => `${name}\u3002myshopify.com`],
  ['a letter in capitals', (shop) => changeCase(shop)],
  ['a domain in capitals', (_shop, name) => `${name}.MyShopify.com`],
];

export const SHOPS: readonly HostileToken[] = [
  hostile('shop', 'missing_claim', 'dest', 'no dest', ({ mint }) => mint({ dest: undefined })),
  ...[...FORMS, ...FOREIGN_DOMAINS, ...URLS, ...CHARACTERS].map(([name, dest]) =>
    // Without iss, so that only dest is wrong.
    hostile('shop', 'bad_dest', 'dest', `dest: ${name}`, ({ mint, shop, shopName }) =>
      mint({ dest: dest(shop, shopName), iss: undefined }),
    ),
  ),
];
