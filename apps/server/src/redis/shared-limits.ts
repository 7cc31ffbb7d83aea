import { createHmac, hkdfSync } from 'node:crypto';
import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import { type AvailabilityLogger, createAvailability, type QueryKind } from '../database/availability.ts';
import { createFixedWindow, type SharedLimits, type WindowCount } from '../http/limits/fixed-window.ts';
import type { RedisServer } from './redis-url.ts';

export interface SharedLimitsOptions {
  redis: RedisServer;
  /** Begins all keys, so that several apps can use one Redis. */
  clientId: string;
  /** The current client secret, from which the key of the hashes is derived. */
  secrets: readonly [current: string, previous?: string];
  logger: AvailabilityLogger;
  /** Time for a response of Redis, in milliseconds. */
  timeoutMs?: number;
}

const MAX_RECONNECT_DELAY_MS = 2_000;

/** Adds one to the count. The key expires with its window. Returns the count and the milliseconds left. */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[1])
  redis.call('PEXPIRE', KEYS[1], left)
end
return {count, left}`;
const PEEK = `return {tonumber(redis.call('GET', KEYS[1]) or 0), redis.call('PTTL', KEYS[1])}`;

type Script = (key: string, windowMs: number) => Promise<[count: number, msLeft: number]>;

/**
 * Connects to Redis in the background. A failed or late command is counted in this process instead, so Redis can neither
 * reject a request nor hold it up for longer than `timeoutMs`. Keys contain a hash of the address or caller: an HMAC with
 * a key derived from the client secret, because a plain hash of an IPv4 address can be looked up.
 */
export function createSharedLimits(options: SharedLimitsOptions): SharedLimits {
  const { redis, clientId, secrets, logger, timeoutMs = 200 } = options;
  const availability = createAvailability('Redis', logger, () => performance.now());
  const hashKey = Buffer.from(hkdfSync('sha256', secrets[0], '', 'keys of rate limits', 32));
  const { tls, ...server } = redis;
  const client = new Redis({
    ...server,
    ...(tls && { tls: isIP(redis.host) === 0 ? { servername: redis.host } : {} }),
    enableOfflineQueue: false,
    enableAutoPipelining: true, // half the CPU time
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: timeoutMs, // also while other responses arrive
    socketTimeout: timeoutMs, // reconnects, and until then no command waits
    connectTimeout: 10 * timeoutMs,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_DELAY_MS),
    scripts: { countRequest: { lua: COUNT, numberOfKeys: 1 }, peekCount: { lua: PEEK, numberOfKeys: 1 } },
  }) as Redis & { countRequest: Script; peekCount: Script };
  let isClosing = false;
  function lost(error: unknown = { code: 'connection closed' }): void {
    if (!isClosing) availability.failed('write', toLoggableCause(error));
  }
  client.on('error', lost).on('close', lost);

  /** Returns the result, or `undefined` if Redis does not respond in time. Only a count proves that Redis is back. */
  async function run(kind: QueryKind, script: Script, key: string, windowMs: number) {
    if (client.status !== 'ready') return undefined; // logged by the events
    try {
      const [count, msLeft] = await script.call(client, key, windowMs);
      availability.succeeded(kind);
      return { count, secondsLeft: Math.max(1, Math.ceil(msLeft / 1000)) } satisfies WindowCount;
    } catch (error) {
      availability.failed(kind, toLoggableCause(error));
      return undefined;
    }
  }

  return {
    createWindow(name, window) {
      const local = createFixedWindow(window);
      const { windowMs } = window;
      const keyOf = (key: string) =>
        `limits:${clientId}:${name}:${createHmac('sha256', hashKey).update(key).digest('base64url')}`;
      return {
        count: async (key) =>
          (await run('write', client.countRequest, keyOf(key), windowMs)) ?? local.count(key),
        peek: async (key) => (await run('read', client.peekCount, keyOf(key), windowMs)) ?? local.peek(key),
      };
    },
    isAvailable: () => client.status === 'ready' && !availability.isWriteFailing(),
    close() {
      isClosing = true;
      client.disconnect();
    },
  };
}

/** Names the cause only: the message and the fields of the error may contain the command, with the password or a key. */
function toLoggableCause(error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  const cause = code ?? /^[A-Z]{2,}\b/.exec(message)?.[0] ?? 'no response';
  return Object.assign(new Error(`Redis: ${cause}`), { stack: '' });
}
