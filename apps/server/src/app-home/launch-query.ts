import { type ClientSecrets, matchSecret } from '../shopify-hmac.ts';

/** The verified query that Shopify opens the app with. */
export interface AppLaunch {
  shop: string;
  /** Whether the admin shows the page in a frame. */
  isEmbedded: boolean;
}

export type LaunchResult =
  | { signature: 'verified'; launch: AppLaunch }
  /** `absent`: opened outside the admin. `wrong`: signed with another secret. `outdated`: valid, but too old. */
  | { signature: 'absent' | 'wrong' | 'outdated' };

const SHOP = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;
const MAX_AGE_SECONDS = 24 * 60 * 60;
/** Parameters that carry a signature. No signature covers them. */
const SIGNATURES = new Set(['hmac', 'signature']);
/** The key of an array such as `ids[]=1&ids[]=2`, which the admin's bulk actions send. */
const ARRAY_KEY = /\[\]$/;

/**
 * Verifies the query that Shopify opens an app with. `hmac` signs all other parameters in canonical form.
 * A signature that is more than a day away from this server's clock is `outdated`, so a leaked link expires.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export function verifyLaunch(secrets: ClientSecrets, query: string, nowMs: number): LaunchResult {
  const parameters = new URLSearchParams(query);
  const signature = parameters.get('hmac');
  if (signature === null) return { signature: 'absent' };
  const isSigned = canonicalForms(parameters).some((message) =>
    matchSecret(secrets, { message, signature, encoding: 'hex' }),
  );
  const shop = parameters.get('shop') ?? '';
  if (!isSigned || !SHOP.test(shop)) return { signature: 'wrong' };
  if (!isRecent(parameters.get('timestamp') ?? '', nowMs)) return { signature: 'outdated' };
  return { signature: 'verified', launch: { shop, isEmbedded: parameters.get('embedded') === '1' } };
}

/** Whether Shopify signed within the last day. `timestamp` is in seconds since the epoch. */
function isRecent(timestamp: string, nowMs: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) <= MAX_AGE_SECONDS;
}

/**
 * Returns every form that Shopify may have signed: the parameters sorted by name, an array as `ids=["1", "2"]`.
 * Shopify does not document how it encodes values, and public reports show both forms (Shopify/shopify-app-js#2701,
 * nozzlegear/ShopifySharp#344). No form is ambiguous, since each escapes `&` and `%`.
 * Returns none if a plain parameter is repeated, because it is unclear which value counts.
 */
function canonicalForms(parameters: URLSearchParams): string[] {
  const values = Map.groupBy(
    [...parameters].filter(([name]) => !SIGNATURES.has(name)),
    ([name]) => name,
  );
  if ([...values].some(([name, group]) => group.length > 1 && !ARRAY_KEY.test(name))) return [];

  const format = (encode: Encode, encodeArray: Encode) =>
    [...values]
      .map(([name, group]) => ({
        name: name.replace(ARRAY_KEY, ''),
        value: ARRAY_KEY.test(name)
          ? encodeArray(`[${group.map(([, item]) => `"${item}"`).join(', ')}]`)
          : encode(group[0]![1]),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, value }) => `${encode(name).replaceAll('=', '%3D')}=${value}`)
      .join('&');

  return [
    format(percentEncode, escapeDelimiters),
    format(percentEncode, percentEncode),
    format(escapeDelimiters, escapeDelimiters),
  ];
}

type Encode = (text: string) => string;

/** Encodes everything but RFC 3986's unreserved characters, so a space is `%20`. */
const percentEncode: Encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const escapeDelimiters: Encode = (text) => text.replaceAll('%', '%25').replaceAll('&', '%26');
