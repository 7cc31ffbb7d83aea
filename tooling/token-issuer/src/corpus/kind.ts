import { admin, adminUrl, checkout, SESSION_ID, sign } from './claim-sets.ts';
import type { CorpusContext } from './context.ts';
import type { Claims } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

const GID = 'gid://shopify/Customer/7000000000001';

const OF_BUYERS: readonly [name: string, sub: unknown][] = [
  ['false', false],
  ['zero', 0],
  ['a space', ' '],
  ['the word null', 'null'],
  ['an empty list', []],
  ['an empty object', {}],
  ['a NUL', '\0'],
  ['a number', 7_000_000_000_001],
  ['a list of one gid', [GID]],
  ['an object', { id: GID }],
  ['a plain id, as of a user of the admin', '91'],
  ['a gid without an id', 'gid://shopify/Customer/'],
  ['a gid of a placeholder', 'gid://shopify/Customer/<customerId>'],
  ['a gid of letters', 'gid://shopify/Customer/abc'],
  ['a gid of customer 0', 'gid://shopify/Customer/0'],
  ['a gid with a leading zero, a second spelling', 'gid://shopify/Customer/07'],
  ['a negative gid', 'gid://shopify/Customer/-7'],
  ['a gid with a sign', 'gid://shopify/Customer/+7'],
  ['a gid with a fraction', 'gid://shopify/Customer/7.0'],
  ['a gid with an exponent', 'gid://shopify/Customer/7e3'],
  ['a hexadecimal gid', 'gid://shopify/Customer/0x7'],
  ['a gid of 21 digits, more than 64 bits', `gid://shopify/Customer/${'1'.repeat(21)}`],
  ['a gid of 2 000 digits', `gid://shopify/Customer/${'1'.repeat(2000)}`],
  ['a gid in Arabic digits', 'gid://shopify/Customer/\u0667'],
  ['a gid of another type', 'gid://shopify/Order/7'],
  ['a gid of a user', 'gid://shopify/User/7'],
  ['a gid whose type starts with Customer', 'gid://shopify/CustomerAccount/7'],
  ['a gid of another app', 'gid://attacker/Customer/7'],
  ['a gid in small letters', 'gid://shopify/customer/7'],
  ['a gid with a query', 'gid://shopify/Customer/7?x=1'],
  ['a gid with a path', 'gid://shopify/Customer/7/8'],
  ['a gid of two ids', 'gid://shopify/Customer/7,8'],
  ['two gids, separated by a line feed', `${GID}\n${GID}`],
  ['a gid with a line feed after it', `${GID}\n`],
  ['a gid with a space after it', `${GID} `],
  ['a gid with a NUL after it', `${GID}\0`],
  ['a gid in base64, as the Storefront API gave it', Buffer.from(GID).toString('base64')],
];

const OF_STAFF: readonly [name: string, sub: unknown][] = [
  ['a gid of a user', 'gid://shopify/User/91'],
  ['an empty string', ''],
  ['null', null],
  ['a number, which loses digits above 2^53', 91],
  ['user 0', '0'],
  ['a leading zero, a second spelling', '091'],
  ['a negative id', '-91'],
  ['a fraction', '91.0'],
  ['an exponent', '9e1'],
  ['a space after it', '91 '],
  ['a line feed after it', '91\n'],
  ['21 digits, more than 64 bits', '1'.repeat(21)],
  ['letters', 'admin'],
  ['Arabic digits', '\u0669\u0661'],
];

const row = (code: string, claim: string, name: string, claims: (context: CorpusContext) => Claims) =>
  hostile('kind', code, claim, name, (context) => sign(context, claims(context)));
const withoutSid = (code: string, claim: string, name: string, claims: (context: CorpusContext) => Claims) =>
  row(code, claim, `staff without sid: ${name}`, (to) => admin(to, { sid: undefined, ...claims(to) }));

/** Claims between two kinds of callers. */
const MIXED = [
  row('missing_claim', 'sub', 'staff without a sub', (to) => admin(to, { sub: undefined })),
  row('missing_claim', 'sub', 'a guest with a sid', (to) => checkout(to, { sid: 'x' })),
  row('bad_subject', 'sub', 'a guest with a sid, sub null', (to) =>
    checkout(to, { sub: null, sid: SESSION_ID }),
  ),
  row('bad_subject', 'sub', 'a guest with a sid, sub empty', (to) =>
    checkout(to, { sub: '', sid: SESSION_ID }),
  ),
  row('bad_session_id', 'sid', 'staff with a null sid', (to) => admin(to, { sid: null })),
  row('bad_session_id', 'sid', 'staff with an empty sid', (to) => admin(to, { sid: '' })),
  withoutSid('bad_issuer', 'iss', 'sub null', () => ({ sub: null })),
  withoutSid('bad_issuer', 'iss', 'sub empty', () => ({ sub: '' })),
  withoutSid('bad_issuer', 'iss', 'no user', () => ({ sub: undefined })),
  withoutSid('bad_issuer', 'iss', 'a gid of a user', () => ({ sub: 'gid://shopify/User/91' })),
  withoutSid('bad_issuer', 'iss', 'a user id with a leading zero', () => ({ sub: '091' })),
  withoutSid('bad_subject', 'sub', 'no issuer', () => ({ iss: undefined })),
  withoutSid('bad_subject', 'sub', 'the issuer of checkout tokens', ({ shop }) => ({
    iss: `https://${shop}/checkouts`,
  })),
  withoutSid('bad_issuer', 'iss', "another shop's admin", () => ({
    iss: 'https://other.myshopify.com/admin',
  })),
  withoutSid('bad_issuer', 'iss', 'a path that ends in admin', ({ shop }) => ({
    iss: `https://${shop}/x/admin`,
  })),
  withoutSid('bad_issuer', 'iss', 'the admin in capitals', ({ shop }) => ({ iss: `https://${shop}/ADMIN` })),
  withoutSid('bad_issuer', 'iss', 'a page of the admin', (to) => ({ iss: `${adminUrl(to)}/oauth` })),
  withoutSid('bad_issuer', 'iss', 'a list for the issuer', (to) => ({ iss: [adminUrl(to)] })),
];

/** Subjects, and claims that fit neither a buyer nor staff. */
export const KINDS: readonly HostileToken[] = [
  ...OF_BUYERS.map(([name, sub]) =>
    hostile('kind', 'bad_subject', 'sub', `sub of a buyer: ${name}`, ({ mintGuest }) => mintGuest({ sub })),
  ),
  ...OF_STAFF.map(([name, sub]) =>
    hostile('kind', 'bad_subject', 'sub', `sub of staff: ${name}`, ({ mintStaff }) => mintStaff({ sub })),
  ),
  ...MIXED,
];
