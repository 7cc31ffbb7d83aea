import { signToken } from '@session-token/token-issuer';
import { describe, test } from 'vitest';
import {
  CLIENT_ID,
  expectRejected,
  type HostileCase,
  mint,
  mintStaff,
  mintWithJson,
  NOW_SECONDS,
  SECRET,
} from './setup.ts';

const GID = 'gid://shopify/Customer/7000000000001';

const badSubject = (attack: string, token: string): HostileCase => ({
  attack,
  token,
  code: 'bad_subject',
  claim: 'sub',
});
const buyerSubject = (attack: string, sub: unknown) => badSubject(`buyer: ${attack}`, mint({ sub }));
const staffSubject = (attack: string, sub: unknown) => badSubject(`staff: ${attack}`, mintStaff({ sub }));

const subjectCases: HostileCase[] = [
  buyerSubject('false', false),
  buyerSubject('a number', 7_000_000_000_001),
  buyerSubject('a list of one gid', [GID]),
  buyerSubject('an object', { id: GID }),
  buyerSubject('a plain id, as of a user of the admin', '91'),
  buyerSubject('a gid without an id', 'gid://shopify/Customer/'),
  buyerSubject('a gid of a placeholder', 'gid://shopify/Customer/<customerId>'),
  buyerSubject('a gid of letters', 'gid://shopify/Customer/abc'),
  buyerSubject('a gid of customer 0', 'gid://shopify/Customer/0'),
  buyerSubject('a gid with a leading zero, a second spelling', 'gid://shopify/Customer/07'),
  buyerSubject('a negative gid', 'gid://shopify/Customer/-7'),
  buyerSubject('a gid with a sign', 'gid://shopify/Customer/+7'),
  buyerSubject('a gid with a fraction', 'gid://shopify/Customer/7.0'),
  buyerSubject('a gid with an exponent', 'gid://shopify/Customer/7e3'),
  buyerSubject('a hexadecimal gid', 'gid://shopify/Customer/0x7'),
  buyerSubject('a gid of 21 digits, more than 64 bits', `gid://shopify/Customer/${'1'.repeat(21)}`),
  buyerSubject('a gid of 2 000 digits', `gid://shopify/Customer/${'1'.repeat(2000)}`),
  buyerSubject('a gid in Arabic digits', 'gid://shopify/Customer/\u0667'),
  buyerSubject('a gid of another type', 'gid://shopify/Order/7'),
  buyerSubject('a gid of a user', 'gid://shopify/User/7'),
  buyerSubject('a gid whose type starts with Customer', 'gid://shopify/CustomerAccount/7'),
  buyerSubject('a gid of another app', 'gid://attacker/Customer/7'),
  buyerSubject('a gid in small letters', 'gid://shopify/customer/7'),
  buyerSubject('a gid with a query', 'gid://shopify/Customer/7?x=1'),
  buyerSubject('a gid with a path', 'gid://shopify/Customer/7/8'),
  buyerSubject('a gid of two ids', 'gid://shopify/Customer/7,8'),
  buyerSubject('two gids, separated by a line feed', `${GID}\n${GID}`),
  buyerSubject('a gid with a line feed after it', `${GID}\n`),
  buyerSubject('a gid with a space after it', `${GID} `),
  buyerSubject('a gid with a NUL after it', `${GID}\0`),
  buyerSubject('a gid in base64, as the Storefront API gave it', Buffer.from(GID).toString('base64')),
  staffSubject('a gid of a user', 'gid://shopify/User/91'),
  staffSubject('an empty string', ''),
  staffSubject('null', null),
  staffSubject('a number, which loses digits above 2^53', 91),
  staffSubject('user 0', '0'),
  staffSubject('a leading zero, a second spelling', '091'),
  staffSubject('a negative id', '-91'),
  staffSubject('a fraction', '91.0'),
  staffSubject('an exponent', '9e1'),
  staffSubject('a space after it', '91 '),
  staffSubject('a line feed after it', '91\n'),
  staffSubject('21 digits, more than 64 bits', '1'.repeat(21)),
  staffSubject('letters', 'admin'),
  staffSubject('Arabic digits', '\u0669\u0661'),
  badSubject('an admin token without sid and iss', mintStaff({ sid: undefined, iss: undefined })),
  {
    attack: 'staff without a sub',
    token: mintStaff({ sub: undefined }),
    code: 'missing_claim',
    claim: 'sub',
  },
  {
    attack: 'a guest with a sid: staff without a sub',
    token: mint({ sid: 'x', iss: undefined }),
    code: 'missing_claim',
    claim: 'sub',
  },
];

const opaqueIds = (claim: 'jti' | 'sid', code: string): HostileCase[] => {
  const withId = (value: unknown) => (claim === 'jti' ? mint({ jti: value }) : mintStaff({ sid: value }));
  return (
    [
      ['empty', ''],
      ['null', null],
      ['a number', 1],
      ['true', true],
      ['a list', ['x']],
      ['an object', {}],
      ['129 characters', 'x'.repeat(129)],
      ['2 000 characters', 'x'.repeat(2000)],
      ['a space', ' '],
      ['a space inside', 'a b'],
      ['a line feed, to forge a log line', 'x\nadmitted'],
      ['a NUL', 'x\0'],
      ['an escape sequence for the terminal', '\u001b[2J'],
      ['letters beyond ASCII', 'j\u00fcti'],
      ['a lone surrogate', '\ud800'],
    ] as const
  ).map(([attack, value]) => ({ attack: `${claim}: ${attack}`, token: withId(value), code, claim }));
};

const idCases: HostileCase[] = [
  { attack: 'no jti', token: mint({ jti: undefined }), code: 'missing_claim', claim: 'jti' },
  ...opaqueIds('jti', 'bad_token_id'),
  ...opaqueIds('sid', 'bad_session_id'),
];

const sign = (claims: object) => signToken({ alg: 'HS256', typ: 'JWT' }, claims, SECRET);

/** Signed with the same secret, but not session tokens. */
const otherTokens: HostileCase[] = [
  {
    attack: 'a post-purchase token',
    token: sign({ iss: 'shopify', sub: '01f8e7', iat: NOW_SECONDS, input_data: { initialPurchase: {} } }),
    code: 'missing_claim',
    claim: 'aud',
  },
  {
    attack: 'a post-purchase token with our audience and times',
    token: mint({ iss: 'shopify', dest: undefined, jti: undefined }),
    code: 'missing_claim',
    claim: 'dest',
  },
  {
    attack: 'a changeset that our own app signed for the browser',
    token: sign({
      iss: CLIENT_ID,
      jti: 'x',
      iat: NOW_SECONDS,
      sub: '01f8e7',
      changes: [{ type: 'add_variant' }],
    }),
    code: 'missing_claim',
    claim: 'aud',
  },
  {
    attack: 'a changeset with every claim of a session token, issued by our app',
    token: mint({ iss: CLIENT_ID, changes: [{ type: 'add_variant' }] }),
    code: 'bad_issuer',
    claim: 'iss',
  },
  {
    attack: 'a self-made token with a user id',
    token: sign({ userId: 1 }),
    code: 'missing_claim',
    claim: 'aud',
  },
  { attack: 'a self-made token without claims', token: sign({}), code: 'missing_claim', claim: 'aud' },
  {
    attack: 'a self-made token with a shop and exp',
    token: sign({ aud: CLIENT_ID, dest: 'sandbox.myshopify.com', exp: NOW_SECONDS + 300 }),
    code: 'missing_claim',
    claim: 'nbf',
  },
  {
    attack: 'claims under __proto__ only',
    token: mintWithJson('aud', `null,"__proto__":{"aud":"${CLIENT_ID}"}`),
    code: 'wrong_audience',
    claim: 'aud',
  },
];

describe('a subject', () => {
  test.each(subjectCases)('is rejected: $attack', expectRejected);
});

describe('a token id or session id', () => {
  test.each(idCases)('is rejected: $attack', expectRejected);
});

describe('another kind of token, signed with the same secret', () => {
  test.each(otherTokens)('is rejected: $attack', expectRejected);
});
