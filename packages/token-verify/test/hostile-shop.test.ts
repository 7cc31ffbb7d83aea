import { describe, test } from 'vitest';
import { expectRejected, type HostileCase, mint, mintStaff, SHOP } from './setup.ts';

const badDest = (attack: string, dest: unknown): HostileCase => ({
  attack,
  // Without iss, so that only dest is wrong.
  token: mint({ dest, iss: undefined }),
  code: 'bad_dest',
  claim: 'dest',
});

const destCases: HostileCase[] = [
  { attack: 'no dest', token: mint({ dest: undefined }), code: 'missing_claim', claim: 'dest' },
  badDest('null', null),
  badDest('a number', 1),
  badDest('a list of one shop', [SHOP]),
  badDest('an object', { host: SHOP }),
  badDest('an empty string', ''),
  badDest('a domain of someone else', 'attacker.example'),
  badDest('the bare myshopify.com', 'myshopify.com'),
  badDest('a name without a domain', 'sandbox'),
  badDest('an empty name', '.myshopify.com'),
  badDest('our domain as the name of another', 'sandbox.myshopify.com.attacker.example'),
  badDest('a domain that ends in ours without a dot', 'sandboxmyshopify.com'),
  badDest('a hyphen for the dot', 'sandbox-myshopify.com'),
  badDest('any character for the dot', 'sandbox.myshopifyxcom'),
  badDest('a nested label', 'evil.sandbox.myshopify.com'),
  badDest('two dots', 'sandbox..myshopify.com'),
  badDest('a dot at the end', 'sandbox.myshopify.com.'),
  badDest('a dot in front', '.sandbox.myshopify.com'),
  badDest('http', 'http://sandbox.myshopify.com'),
  badDest('a scheme in capitals', 'HTTPS://sandbox.myshopify.com'),
  badDest('another scheme', 'javascript://sandbox.myshopify.com'),
  badDest('no scheme before the slashes', '//sandbox.myshopify.com'),
  badDest('one slash too few', 'https:/sandbox.myshopify.com'),
  badDest('one slash too many', 'https:///sandbox.myshopify.com'),
  badDest('the scheme twice', 'https://https://sandbox.myshopify.com'),
  badDest('a slash at the end', 'https://sandbox.myshopify.com/'),
  badDest('a path', 'https://sandbox.myshopify.com/admin'),
  badDest('a port', 'sandbox.myshopify.com:443'),
  badDest('a port after the scheme', 'https://sandbox.myshopify.com:8443'),
  badDest('userinfo', 'https://user@sandbox.myshopify.com'),
  badDest('userinfo that looks like the shop', 'https://sandbox.myshopify.com@attacker.example'),
  badDest('a query', 'https://sandbox.myshopify.com?x'),
  badDest('a query that holds the shop', 'https://attacker.example?sandbox.myshopify.com'),
  badDest('a fragment', 'https://sandbox.myshopify.com#x'),
  badDest('a fragment that holds the shop', 'https://attacker.example#sandbox.myshopify.com'),
  badDest('a backslash', 'https://attacker.example\\sandbox.myshopify.com'),
  badDest('two shops, separated by a comma', 'sandbox.myshopify.com,other.myshopify.com'),
  badDest('two shops, separated by a line feed', 'sandbox.myshopify.com\nother.myshopify.com'),
  badDest('a space after it', `${SHOP} `),
  badDest('a space in front', ` ${SHOP}`),
  badDest('a line feed after it', `${SHOP}\n`),
  badDest('a carriage return and line feed in it', 'sandbox\r\n.myshopify.com'),
  badDest('a tab in it', 'sand\tbox.myshopify.com'),
  badDest('a NUL in it', 'sandbox\0.myshopify.com'),
  badDest('a soft hyphen in it', 'sand\u00adbox.myshopify.com'),
  badDest('a right-to-left override in it', '\u202esandbox.myshopify.com'),
  badDest('a zero-width space in it', 'sand\u200bbox.myshopify.com'),
  badDest('a Cyrillic a', 's\u0430ndbox.myshopify.com'),
  badDest('a Kelvin sign, which lower-cases to k', '\u212aiosk.myshopify.com'),
  badDest('a dotless i', 'k\u0131osk.myshopify.com'),
  badDest('full-width letters', '\uff53andbox.myshopify.com'),
  badDest('an ideographic full stop', 'sandbox\u3002myshopify.com'),
  badDest('letters in capitals', 'Sandbox.myshopify.com'),
  badDest('a domain in capitals', 'sandbox.MyShopify.com'),
  badDest('a hyphen in front', '-sandbox.myshopify.com'),
  badDest('an underscore', 'sand_box.myshopify.com'),
  badDest('an escaped letter', '%73andbox.myshopify.com'),
  badDest('a wildcard', '*.myshopify.com'),
  badDest('an SQL fragment', "sandbox'--.myshopify.com"),
  badDest('another domain of Shopify', 'sandbox.shopify.com'),
  badDest('a development domain of Shopify', 'sandbox.myshopify.io'),
  badDest('an admin URL', 'https://admin.shopify.com/store/sandbox'),
  badDest('a name of 64 characters', `${'a'.repeat(64)}.myshopify.com`),
  badDest('a name of 2 000 characters', `${'a'.repeat(2000)}.myshopify.com`),
];

const badIssuer = (attack: string, token: string): HostileCase => ({
  attack,
  token,
  code: 'bad_issuer',
  claim: 'iss',
});
const buyerIssuer = (attack: string, iss: unknown) => badIssuer(`buyer: ${attack}`, mint({ iss }));
const staffIssuer = (attack: string, iss: unknown) => badIssuer(`staff: ${attack}`, mintStaff({ iss }));

const issuerCases: HostileCase[] = [
  buyerIssuer('another shop', 'https://other.myshopify.com/checkouts'),
  buyerIssuer(
    'a domain that starts with our shop',
    'https://sandbox.myshopify.com.attacker.example/checkouts',
  ),
  buyerIssuer('a domain that continues ours', 'https://sandbox.myshopify.community/checkouts'),
  buyerIssuer('our shop as userinfo', 'https://sandbox.myshopify.com@attacker.example'),
  buyerIssuer('our shop with a port', 'https://sandbox.myshopify.com:8443/checkouts'),
  buyerIssuer('the admin of our shop', 'https://sandbox.myshopify.com/admin'),
  buyerIssuer('the admin of our shop, in capitals', 'https://sandbox.myshopify.com/ADMIN'),
  buyerIssuer('a page of the admin of our shop', 'https://sandbox.myshopify.com/admin/oauth'),
  buyerIssuer(
    'the admin of our shop behind dot segments',
    'https://sandbox.myshopify.com/checkouts/../admin',
  ),
  buyerIssuer('the admin of our shop behind two slashes', 'https://sandbox.myshopify.com//admin'),
  buyerIssuer('an escaped path', 'https://sandbox.myshopify.com/%61dmin'),
  buyerIssuer('a slash at the end', 'https://sandbox.myshopify.com/checkouts/'),
  buyerIssuer('a query', 'https://sandbox.myshopify.com/checkouts?x'),
  buyerIssuer('a fragment', 'https://sandbox.myshopify.com/checkouts#x'),
  buyerIssuer('a line feed after it', 'https://sandbox.myshopify.com/checkouts\n'),
  buyerIssuer('http', 'http://sandbox.myshopify.com/checkouts'),
  buyerIssuer('no scheme', 'sandbox.myshopify.com/checkouts'),
  buyerIssuer('shopify, as in a post-purchase token', 'shopify'),
  buyerIssuer('our client id, as in a changeset', '0b5ec9a3c2e14a6f8d7092f4b1e6a35c'),
  buyerIssuer('an issuer of the Customer Account API', 'https://shopify.com/authentication/1'),
  buyerIssuer('an empty string', ''),
  buyerIssuer('null', null),
  buyerIssuer('a number', 1),
  buyerIssuer('a list', ['https://sandbox.myshopify.com/checkouts']),
  buyerIssuer('a very deep path', `https://sandbox.myshopify.com${'/a'.repeat(400)}`),
  staffIssuer('another shop', 'https://other.myshopify.com/admin'),
  staffIssuer('the checkout of our shop', 'https://sandbox.myshopify.com/checkouts'),
  staffIssuer('our shop alone', 'https://sandbox.myshopify.com'),
  staffIssuer('a slash at the end', 'https://sandbox.myshopify.com/admin/'),
  staffIssuer('in capitals', 'https://sandbox.myshopify.com/ADMIN'),
  staffIssuer('something after it', 'https://sandbox.myshopify.com/administrator'),
  staffIssuer('a line feed after it', 'https://sandbox.myshopify.com/admin\n'),
  staffIssuer('no scheme', 'sandbox.myshopify.com/admin'),
  staffIssuer('shopify', 'shopify'),
  staffIssuer('an empty string', ''),
  staffIssuer('null', null),
];

describe('a wrong shop', () => {
  test.each(destCases)('is rejected: $attack', expectRejected);
});

describe('a wrong issuer', () => {
  test.each(issuerCases)('is rejected: $attack', expectRejected);
});
