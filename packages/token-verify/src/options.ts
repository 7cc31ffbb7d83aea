import type { SecretSlot } from './signature.ts';

export interface SessionTokenVerifierOptions {
  /** The app's client id, which `aud` must be. */
  clientId: string;
  /** The app's client secret, and the one before it while a rotation is open. */
  secrets: readonly [current: string, previous?: string];
  /** How far the clocks may differ, in seconds. Default 10, as in Shopify's own libraries; at most 60. */
  clockToleranceSeconds?: number;
  /** How many verified tokens are remembered at most. Default 10 000 (about 3 MB); 0 remembers none. */
  cacheEntries?: number;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** As in Shopify's own libraries. */
const DEFAULT_CLOCK_TOLERANCE_SECONDS = 10;
/** The whole life of an admin token: beyond it a wrong clock should be mended, not tolerated. */
const MAX_CLOCK_TOLERANCE_SECONDS = 60;
const DEFAULT_CACHE_ENTRIES = 10_000;
const MAX_CACHE_ENTRIES = 10_000_000;

/**
 * The options with their defaults.
 *
 * @throws {TypeError} on any that would weaken or break verification; names it, never its value
 */
export function parseOptions(options: SessionTokenVerifierOptions) {
  const {
    clientId,
    secrets,
    clockToleranceSeconds = DEFAULT_CLOCK_TOLERANCE_SECONDS,
    cacheEntries = DEFAULT_CACHE_ENTRIES,
    now = Date.now,
  } = options;
  assert(
    typeof clientId === 'string' && /^[\x21-\x7e]+$/.test(clientId) && !QUOTED.test(clientId),
    'clientId must be the client id of the app, as it is: no white space, quotes or placeholder',
  );
  assert(!/^shpss_/.test(clientId), 'clientId is a client secret, not a client id');
  assert(
    Number.isFinite(clockToleranceSeconds) &&
      clockToleranceSeconds >= 0 &&
      clockToleranceSeconds <= MAX_CLOCK_TOLERANCE_SECONDS,
    `clockToleranceSeconds must be from 0 to ${MAX_CLOCK_TOLERANCE_SECONDS}`,
  );
  assert(
    Number.isInteger(cacheEntries) && cacheEntries >= 0 && cacheEntries <= MAX_CACHE_ENTRIES,
    `cacheEntries must be a whole number from 0 to ${MAX_CACHE_ENTRIES}`,
  );
  assert(typeof now === 'function', 'now must be a function');
  return { clientId, secrets: parseSecrets(secrets, clientId), clockToleranceSeconds, cacheEntries, now };
}

function parseSecrets(secrets: unknown, clientId: string): { slot: SecretSlot; secret: string }[] {
  assert(
    Array.isArray(secrets) && secrets.length <= 2,
    'secrets must be a list of the current one and, while a rotation is open, the previous one',
  );
  const [current, previous]: unknown[] = secrets;
  assertSecret(current, 'secrets[0]', clientId);
  if (previous === undefined) return [{ slot: 'current', secret: current }];
  assertSecret(previous, 'secrets[1]', clientId);
  return [
    { slot: 'current', secret: current },
    { slot: 'previous', secret: previous },
  ];
}

/** HS256 needs a key of at least 256 bits (RFC 7518 §3.2). Shopify's are `shpss_` and 32 hex digits, or the digits alone. */
const MIN_SECRET_LENGTH = 32;
const MIN_DISTINCT_CHARACTERS = 8;
const PLACEHOLDER = /secret|change.?me|placeholder|replace|example|your[-_ ]|password|<|\$\{|\.\.\./i;
/** What shells take away and env files of containers leave: it would be signed with, and refuse every token. */
const QUOTED = /["'`\\<]/;

/**
 * Whoever guesses the secret mints tokens for every shop and customer.
 *
 * @throws {TypeError} on an empty, short, quoted or placeholder secret, and on the client id, which every token names
 */
function assertSecret(secret: unknown, name: string, clientId: string): asserts secret is string {
  assert(typeof secret === 'string' && secret !== '', `${name} must be the client secret of the app`);
  assert(!/[^\x21-\x7e]/.test(secret), `${name} must be visible ASCII, with no white space in it`);
  assert(secret !== clientId, `${name} is the client id, which is no secret`);
  assert(secret.length >= MIN_SECRET_LENGTH, `${name} must have at least ${MIN_SECRET_LENGTH} characters`);
  const distinctCharacters = new Set(secret.replace(/^shpss_/, '')).size;
  assert(
    distinctCharacters >= MIN_DISTINCT_CHARACTERS && !PLACEHOLDER.test(secret),
    `${name} is a placeholder, not a client secret`,
  );
  assert(!QUOTED.test(secret), `${name} must be without quotes and backslashes`);
}

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new TypeError(message);
}
