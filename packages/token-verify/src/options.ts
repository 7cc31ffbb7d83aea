import type { SecretVersion } from './verified-token.ts';

export interface SessionTokenVerifierOptions {
  /** The app's client id, which `aud` must equal. */
  clientId: string;
  /** The app's client secret and, during a rotation, the previous one. */
  secrets: readonly [current: string, previous?: string];
  /** Tolerated clock difference in seconds, 0 to 60. Default 10, as in Shopify's own libraries. */
  clockToleranceSeconds?: number;
  /** Maximum number of cached tokens. Default 10 000 (about 6 MB); 0 turns the cache off. */
  cacheEntries?: number;
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

type OptionName = keyof SessionTokenVerifierOptions | 'secrets[0]' | 'secrets[1]';

/** A rejected option. The problem completes a sentence that starts with the option's name, and holds no value. */
interface OptionProblem {
  option: OptionName;
  problem: string;
}

export const DEFAULT_CLOCK_TOLERANCE_SECONDS = 10;
/** The whole lifetime of an admin token. A clock that is further off must be corrected, not tolerated. */
const MAX_CLOCK_TOLERANCE_SECONDS = 60;
const DEFAULT_CACHE_ENTRIES = 10_000;
const MAX_CACHE_ENTRIES = 10_000_000;

/** HS256 needs a key of at least 256 bits (RFC 7518 §3.2). Shopify's are 32 hex digits, mostly after `shpss_`. */
const MIN_SECRET_LENGTH = 32;
const MIN_DISTINCT_CHARACTERS = 8;
const PLACEHOLDER = /secret|change.?me|placeholder|replace|example|your[-_ ]|password|<|\$\{|\.\.\./i;
/** Quotes that a shell removes but a container's env file keeps. No token would verify with them. */
const QUOTED = /["'`\\<]/;

/** Applies the defaults. @throws {TypeError} that lists the problems of all options */
export function parseOptions(options: SessionTokenVerifierOptions) {
  const problems = findOptionProblems(options);
  if (problems.length > 0) {
    throw new TypeError(problems.map(({ option, problem }) => `${option} ${problem}`).join('; '));
  }
  const [current, previous] = options.secrets;
  const secrets: { version: SecretVersion; secret: string }[] = [{ version: 'current', secret: current }];
  if (previous !== undefined) secrets.push({ version: 'previous', secret: previous });
  return { ...withDefaults(options), secrets };
}

/** Returns every option that would weaken or break verification; `createSessionTokenVerifier` throws for these. */
export function findOptionProblems(options: SessionTokenVerifierOptions): OptionProblem[] {
  const { clientId, secrets, clockToleranceSeconds, cacheEntries, now } = withDefaults(options);
  const checks: [OptionName, string | undefined][] = [
    ['clientId', findClientIdProblem(clientId)],
    ...checkSecrets(secrets, clientId),
    [
      'clockToleranceSeconds',
      isBetween(clockToleranceSeconds, 0, MAX_CLOCK_TOLERANCE_SECONDS)
        ? undefined
        : `must be from 0 to ${MAX_CLOCK_TOLERANCE_SECONDS}`,
    ],
    [
      'cacheEntries',
      Number.isInteger(cacheEntries) && isBetween(cacheEntries, 0, MAX_CACHE_ENTRIES)
        ? undefined
        : `must be a whole number from 0 to ${MAX_CACHE_ENTRIES}`,
    ],
    ['now', typeof now === 'function' ? undefined : 'must be a function'],
  ];
  return checks.flatMap(([option, problem]) => (problem === undefined ? [] : [{ option, problem }]));
}

function withDefaults({
  clockToleranceSeconds = DEFAULT_CLOCK_TOLERANCE_SECONDS,
  cacheEntries = DEFAULT_CACHE_ENTRIES,
  now = Date.now,
  ...required
}: SessionTokenVerifierOptions) {
  return { ...required, clockToleranceSeconds, cacheEntries, now };
}

/** Completes a sentence that starts with the name of the setting, and holds no value. */
export function findClientIdProblem(clientId: unknown): string | undefined {
  if (typeof clientId !== 'string' || !/^[\x21-\x7e]+$/.test(clientId) || QUOTED.test(clientId)) {
    return "must be the app's client id, without white space, quotes or placeholders";
  }
  return clientId.startsWith('shpss_') ? 'is a client secret, not a client id' : undefined;
}

function checkSecrets(secrets: unknown, clientId: string): [OptionName, string | undefined][] {
  if (!Array.isArray(secrets) || secrets.length > 2) {
    return [['secrets', 'must be a list of the current secret and, during a rotation, the previous one']];
  }
  const [current, previous]: unknown[] = secrets;
  return [
    ['secrets[0]', findSecretProblem(current, clientId)],
    ['secrets[1]', previous === undefined ? undefined : findSecretProblem(previous, clientId)],
  ];
}

/** Rejects secrets that can be guessed. Anyone who knows the secret can mint tokens for every shop and customer. */
export function findSecretProblem(secret: unknown, clientId: string): string | undefined {
  if (typeof secret !== 'string' || secret === '') return "must be the app's client secret";
  if (/[^\x21-\x7e]/.test(secret)) return 'must be visible ASCII without white space';
  if (secret === clientId) return 'is the client id, which is public';
  if (secret.length < MIN_SECRET_LENGTH) return `must have at least ${MIN_SECRET_LENGTH} characters`;
  const distinctCharacters = new Set(secret.replace(/^shpss_/, '')).size;
  if (distinctCharacters < MIN_DISTINCT_CHARACTERS || PLACEHOLDER.test(secret)) {
    return 'is a placeholder, not a client secret';
  }
  return QUOTED.test(secret) ? 'must not contain quotes or backslashes' : undefined;
}

function isBetween(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}
