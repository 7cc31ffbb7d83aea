import { signSegments, signToken } from '@session-token/token-issuer';
import type { Random } from './random.ts';
import {
  CLIENT_ID,
  FOREIGN_SECRET,
  mint,
  mintStaff,
  NOW_MS,
  NOW_SECONDS,
  PREVIOUS_SECRET,
  SECRET,
  SHOP,
  segmentsOf,
} from './setup.ts';

const CHARACTERS = 'ABCXYZabcxyz0123456789-_.=+/ \n\0é\ud800';

/** Mints a genuine token of any surface, with either secret. */
function randomGenuine(random: Random): string {
  const options = { secret: random.pick([SECRET, SECRET, PREVIOUS_SECRET]) };
  const iat = NOW_SECONDS - random.below(290);
  const claims = { iat, nbf: iat, exp: iat + 300, jti: random.bytes(16).toString('hex') };
  const sub = random.pick([undefined, `gid://shopify/Customer/${1 + random.below(2 ** 40)}`]);
  if (random.below(4) === 0) return mintStaff({ ...claims, sub: `${1 + random.below(2 ** 40)}` }, options);
  return mint({ ...claims, sub }, { ...options, surface: random.pick(['checkout', 'customer-account']) });
}

/** Changes a few characters of a genuine token: replaces, omits, inserts, doubles or swaps them. */
export function randomMutation(random: Random): string {
  const genuine = randomGenuine(random);
  let token = genuine;
  do {
    for (let edits = 1 + random.below(3); edits > 0; edits -= 1) token = edit(token, random);
  } while (token === genuine);
  return token;
}

function edit(token: string, random: Random): string {
  const at = random.below(token.length);
  const character = CHARACTERS[random.below(CHARACTERS.length)];
  return random.pick([
    token.slice(0, at) + character + token.slice(at + 1),
    token.slice(0, at) + token.slice(at + 1),
    token.slice(0, at) + character + token.slice(at),
    token.slice(0, at) + token.slice(0, at),
    token.slice(at),
    token.split('.').toReversed().join('.'),
  ]);
}

/** Valid and invalid values of every type and size, for any claim or header field. */
const VALUES: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    false,
    0,
    -1,
    0.5,
    2 ** 53,
    1e300,
    '',
    ' ',
    '0',
    'x',
    [],
    {},
    [[]],
    '\ud800',
    'é',
  ],
  ...[
    NOW_SECONDS,
    NOW_SECONDS - 10,
    NOW_SECONDS + 10,
    NOW_SECONDS + 300,
    NOW_SECONDS + 601,
    NOW_MS,
    `${NOW_SECONDS}`,
  ],
  ...[
    CLIENT_ID,
    [CLIENT_ID],
    SHOP,
    `https://${SHOP}`,
    `https://${SHOP}/`,
    `https://${SHOP}/admin`,
    'shopify',
  ],
  ...[
    `https://${SHOP}/checkouts`,
    'other.myshopify.com',
    '91',
    91,
    'gid://shopify/Customer/7',
    'gid://shopify/Order/7',
  ],
  ...['HS256', 'HS384', 'none', 'RS256', 'JWT', 'jwt', ['b64'], 'x'.repeat(200), 'x'.repeat(3000)],
];
const CLAIMS = [
  'aud',
  'dest',
  'exp',
  'nbf',
  'iat',
  'jti',
  'iss',
  'sub',
  'sid',
  'other',
  '__proto__',
  'constructor',
];
const FIELDS = ['alg', 'typ', 'kid', 'crit', 'b64', 'jwk', '__proto__'];

/** Signs random claims and headers, mostly with a valid secret, so that only the rules can reject them. */
export function randomClaims(random: Random): string {
  const iat = NOW_SECONDS + random.pick([0, 0, 0, 0, -290, -400, 11, 60]);
  const claims: Record<string, unknown> = { iat, nbf: iat, exp: iat + 300 };
  for (let count = 1 + random.below(2); count > 0; count -= 1)
    claims[random.pick(CLAIMS)] = random.pick(VALUES);
  const header: Record<string, unknown> = { alg: 'HS256', typ: 'JWT' };
  if (random.below(4) === 0) header[random.pick(FIELDS)] = random.pick(VALUES);
  const secret = random.pick([SECRET, SECRET, PREVIOUS_SECRET, FOREIGN_SECRET]);
  return random.below(3) === 0 ? mintStaff(claims, { secret, header }) : mint(claims, { secret, header });
}

/** Returns random bytes: as text, as segments, or signed as if they were JSON. */
export function randomBytes(random: Random): string {
  const bytes = () => random.bytes(random.below(60));
  const [header] = segmentsOf(mint());
  return random.pick([
    () => bytes().toString('latin1'),
    () => bytes().toString('utf16le'),
    () => bytes().toString('base64url'),
    () =>
      `${bytes().toString('base64url')}.${bytes().toString('base64url')}.${bytes().toString('base64url')}`,
    () => `${header}.${bytes().toString('base64url')}.${random.bytes(32).toString('base64url')}`,
    () => signToken(bytes(), bytes(), SECRET),
    () => signToken({ alg: 'HS256' }, bytes(), SECRET),
    () => signSegments(header, bytes().toString('base64'), SECRET),
  ])();
}

/** Returns a random token of any of these kinds. */
export function randomToken(random: Random): string {
  return random.pick([randomGenuine, randomMutation, randomClaims, randomClaims, randomBytes])(random);
}
