import type { Finding } from './finding.ts';

const NOTHING = 'Nothing without your secret, because Shopify does not issue such tokens.';
const ANYONE = 'Anyone can call the API as any customer of any shop, without your secret.';

/** About the token's form and its signature. */
export const SIGNATURE_FINDINGS = {
  'algorithm/none': {
    severity: 'critical',
    title: 'Accepts unsigned tokens (alg "none")',
    gain: ANYONE,
    fix: 'Verify with a fixed list of algorithms: HS256 alone.',
  },
  'algorithm/not-pinned': {
    severity: 'medium',
    title: 'Accepts algorithms other than HS256',
    gain: 'Nothing without your secret today. With a public key as the secret, anyone could sign.',
    fix: 'Verify with a fixed list of algorithms: HS256 alone.',
  },
  'signature/not-verified': {
    severity: 'critical',
    title: 'Accepts tokens with a wrong signature',
    gain: ANYONE,
    fix: 'Verify the signature before you read a claim; decoding a token is not verifying it.',
  },
  'signature/missing': {
    severity: 'critical',
    title: 'Accepts tokens without a signature',
    gain: ANYONE,
    fix: 'Reject tokens without exactly three segments, and an empty signature.',
  },
  'signature/truncated': {
    severity: 'critical',
    title: 'Accepts a part of the signature, or additional bytes',
    gain: 'A short signature can be guessed, which forges a token for any customer of any shop.',
    fix: 'Compare all 32 bytes, in constant time.',
  },
  'signature/guessable-secret': {
    severity: 'critical',
    title: 'Accepts tokens that are signed with a public or empty secret',
    gain: ANYONE,
    fix: 'Configure the client secret, not the client id, and refuse to start without it.',
  },
  'signature/attacker-key': {
    severity: 'critical',
    title: 'Accepts tokens that bring their own key',
    gain: ANYONE,
    fix: 'Ignore jwk, jku, x5c, x5u and kid of the header; verify with the client secret alone.',
  },
  'signature/key-url': {
    severity: 'high',
    title: 'Requests a URL from the header of an unverified token (jku, x5u)',
    gain: 'Anyone can make your server send requests, even to addresses inside your network.',
    fix: 'Ignore jku and x5u; verify with the client secret alone.',
  },
  'encoding/spelling': {
    severity: 'low',
    title: 'Accepts other spellings of a token',
    gain: 'One token has many spellings, which evades a deny list, a cache or a log search for its text.',
    fix: 'Reject anything but canonical base64url: no padding, no white space, no unused bits.',
  },
  'encoding/json': {
    severity: 'low',
    title: 'Accepts a header or claims that are not a well-formed JSON object',
    gain: `${NOTHING} Two parsers may read different claims.`,
    fix: 'Decode as strict UTF-8 and parse as JSON; reject anything but an object.',
  },
  'encoding/critical-extension': {
    severity: 'low',
    title: 'Ignores header fields that change how a token is read (crit, b64)',
    gain: `${NOTHING} RFC 7515 §4.1.11 requires that they are rejected.`,
    fix: 'Reject a header with crit or b64.',
  },
  'encoding/size': {
    severity: 'low',
    title: 'Verifies tokens that are far longer than any session token',
    gain: 'Each request costs the server more time and memory than needed.',
    fix: 'Reject tokens above 4096 characters before anything reads them.',
  },
} as const satisfies Record<string, Finding>;

/** About the claims of a token whose signature is right. */
export const CLAIM_FINDINGS = {
  'audience/missing': {
    severity: 'high',
    title: 'Accepts tokens without aud',
    gain: 'Any JWT that your secret signed for another purpose passes as a session token.',
    fix: 'Require aud, and compare it with the client id.',
  },
  'audience/other': {
    severity: 'high',
    title: 'Accepts tokens for another app (aud)',
    gain: 'Any JWT that your secret signed for another purpose passes as a session token.',
    fix: 'Compare aud with the client id.',
  },
  'audience/loose': {
    severity: 'medium',
    title: 'Accepts an aud that only resembles the client id',
    gain: NOTHING,
    fix: 'Compare aud with the client id as a whole, without a pattern.',
  },
  'audience/list': {
    severity: 'low',
    title: 'Accepts a list of audiences',
    gain: NOTHING,
    fix: 'Require aud to be the client id itself: Shopify issues each token for one app.',
  },
  'times/expired': {
    severity: 'high',
    title: 'Accepts expired tokens',
    gain: 'A token from a log, a proxy or a shared computer works forever.',
    fix: 'Reject a token whose exp has passed, with 10 seconds of tolerance.',
  },
  'times/tolerance': {
    severity: 'low',
    title: 'Accepts tokens that expired a minute ago',
    gain: 'A stolen token works a little longer.',
    fix: 'Allow clocks to differ by 10 seconds.',
  },
  'times/no-expiry': {
    severity: 'high',
    title: 'Accepts tokens without exp',
    gain: 'A JWT that your secret signed for another purpose passes as a session token, forever.',
    fix: 'Require exp.',
  },
  'times/no-start': {
    severity: 'low',
    title: 'Accepts tokens without nbf or iat',
    gain: `${NOTHING} Other JWTs of your app often lack them.`,
    fix: 'Require nbf and iat.',
  },
  'times/malformed': {
    severity: 'low',
    title: 'Accepts times that are not whole seconds',
    gain: `${NOTHING} A time in milliseconds makes a token valid for thousands of years.`,
    fix: 'Require positive whole seconds, with nbf and iat before exp.',
  },
  'times/not-yet-valid': {
    severity: 'low',
    title: 'Accepts tokens that are not valid yet (nbf)',
    gain: NOTHING,
    fix: 'Reject a token whose nbf is more than 10 seconds in the future.',
  },
  'times/issued-in-future': {
    severity: 'low',
    title: 'Accepts tokens that were issued in the future (iat)',
    gain: NOTHING,
    fix: 'Reject a token whose iat is more than 10 seconds in the future.',
  },
  'times/lifetime': {
    severity: 'low',
    title: 'Accepts tokens that are valid for hours or years',
    gain: `${NOTHING} Your own JWTs often live that long.`,
    fix: "Limit exp - iat: session tokens live for 5 minutes, so 10 are plenty for a buyer's.",
  },
  'shop/missing': {
    severity: 'medium',
    title: 'Accepts tokens without dest',
    gain: 'The request belongs to no shop, and a query without a shop may return the data of all shops.',
    fix: 'Require dest, and take the shop from it alone.',
  },
  'shop/other-domain': {
    severity: 'medium',
    title: 'Accepts a dest outside myshopify.com',
    gain: `${NOTHING} A request to that domain would send your access token there.`,
    fix: 'Require exactly name.myshopify.com, with or without https://.',
  },
  'shop/loose': {
    severity: 'low',
    title: 'Accepts other spellings of dest',
    gain: `${NOTHING} Two spellings of one shop are two shops in a database.`,
    fix: 'Require exactly name.myshopify.com in lower case, with or without https://.',
  },
  'shop/issuer': {
    severity: 'low',
    title: 'Accepts an iss that does not match dest or the caller',
    gain: `${NOTHING} This check also rejects post-purchase tokens.`,
    fix: 'Where iss is present, require the shop of dest, and /admin for staff.',
  },
  'caller/subject': {
    severity: 'medium',
    title: 'Accepts a sub that names neither a customer nor a staff member',
    gain: `${NOTHING} A route may take it for a customer, or for a guest.`,
    fix: 'Require gid://shopify/Customer/N, digits for staff, or nothing for a guest.',
  },
  'caller/token-id': {
    severity: 'low',
    title: 'Accepts tokens without a usable jti or sid',
    gain: `${NOTHING} Logs and idempotency keys rely on it.`,
    fix: 'Require a jti of visible ASCII, at most 128 characters.',
  },
  'kind/wrong-caller': {
    severity: 'high',
    title: 'Serves callers that the route is not for',
    gain: 'Anyone with a genuine token of another kind can use the route, such as a guest in checkout.',
    fix: 'Decide from iss, sub and sid whether a guest, a customer or staff calls; answer 403 to the others.',
  },
  'foreign/post-purchase': {
    severity: 'high',
    title: 'Accepts post-purchase tokens',
    gain: 'Every buyer of a post-purchase offer holds such a token, which never expires.',
    fix: 'Require aud, dest, exp, nbf, iat and jti, and the shop in iss.',
  },
  'foreign/changeset': {
    severity: 'high',
    title: 'Accepts changesets that your app signs',
    gain: 'Your app hands changesets to the browser: anyone who has one can call the API, forever.',
    fix: 'Require aud, dest, exp, nbf, iat and jti, and the shop in iss.',
  },
  'foreign/own-token': {
    severity: 'medium',
    title: 'Accepts other JWTs that your secret signed',
    gain: 'A link or login token of your own app, if signed with this secret, calls the API.',
    fix: 'Require all claims of a session token, and sign your own tokens with another secret.',
  },
  'foreign/token-type': {
    severity: 'medium',
    title: 'Ignores the type in the header (typ)',
    gain: 'A JWT of another type, such as an access token, passes as a session token if your secret signed it.',
    fix: 'Reject any typ other than JWT (RFC 8725 §3.11).',
  },
} as const satisfies Record<string, Finding>;
