import { createTokenIssuer } from '@session-token/token-issuer';
import { CLIENT_ID, mintRejected, NEXT_SECRET, SECRET } from '../tokens.ts';
import { joinLoyalty } from './loyalty-write.ts';
import { redactWebhook } from './redact-webhook.ts';

/** Settings of a server in the middle of a rotation: `SECRET` is the previous secret. */
export const ROTATION = { SHOPIFY_API_SECRET: NEXT_SECRET, SHOPIFY_API_SECRET_PREVIOUS: SECRET };

export interface MixedLoadOptions {
  url: string;
  /** The server's process, which is stopped and continued to overload it. */
  pid: number;
  durationMs: number;
}

const TICK_MS = 50;
/** When Shopify switches to the new secret, as a share of the duration, and while the host takes the CPU away. */
const ROTATED_AT = 0.4;
const OVERLOADED = { from: 0.6, to: 0.8 };
const PAUSE_MS = { stopped: 450, running: 50 };

const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: NEXT_SECRET });
/** Published tokens of staff are valid for a minute. */
const STAFF_TOKEN_SECONDS = 60;
/** Each buyer's token is sent several times, as extensions do. */
const TICKS_PER_BUYER = 4;
let customers = 1000;
let buyer = '';

/** Sends what a server gets in production, with the failures: everything that the dashboard has a panel for. */
export async function runMixedLoad({ url, pid, durationMs }: MixedLoadOptions): Promise<void> {
  const startedAt = performance.now();
  const progress = () => (performance.now() - startedAt) / durationMs;
  const pending = new Set<Promise<unknown>>();
  const send = (path: string, init: RequestInit) => {
    const request = fetch(url + path, init)
      .then((response) => response.arrayBuffer())
      .catch(() => {});
    pending.add(request);
    void request.then(() => pending.delete(request));
  };
  const overload = overloadBetween(pid, progress);
  for (let tick = 0; progress() < 1; tick += 1) {
    for (const [path, init] of requestsOf(tick, progress())) send(path, init);
    await pause(TICK_MS);
  }
  await overload;
  await Promise.all(pending);
}

/** Returns the requests of a tick. Most of them come in the middle. */
function requestsOf(tick: number, progress: number): Array<[path: string, init: RequestInit]> {
  const secret = progress < ROTATED_AT ? SECRET : NEXT_SECRET;
  if (tick % TICKS_PER_BUYER === 0) {
    customers += 1;
    buyer = mint({ sub: `gid://shopify/Customer/${customers}` }, { secret });
  }
  const reads = 2 + Math.round(3 * Math.sin(Math.PI * progress));
  const requests = Array.from({ length: reads }, () => read(buyer));
  if (tick % 2 === 0) requests.push(read(staffToken(secret)));
  if (tick % 3 === 0) requests.push(read(REJECTED[(tick / 3) % REJECTED.length]!()));
  if (tick % 8 === 0) requests.push(joinLoyalty(buyer));
  if (tick % 20 === 0) requests.push(webhook(secret), webhook('not-the-secret-of-this-app'));
  if (tick % 30 === 0) requests.push(read(surprisingToken(secret)));
  if (tick % 25 === 0) requests.push(['/api/nothing-here', {}]);
  return requests;
}

const REJECTED = [
  mintRejected['bad signature'],
  mintRejected.expired,
  mintRejected['bad signature'],
  mintRejected['wrong audience'],
  mintRejected.garbage,
];

const staffToken = (secret: string) =>
  mint({ exp: Math.floor(Date.now() / 1000) + STAFF_TOKEN_SECONDS }, { secret, surface: 'pos' });
const surprisingToken = (secret: string) =>
  mint({ sub: `gid://shopify/Customer/${customers}`, sid: 'not seen in a buyer’s token' }, { secret });

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, origin: 'null' });
const read = (token: string): [string, RequestInit] => ['/api/session-token', { headers: bearer(token) }];

function webhook(secret: string): [string, RequestInit] {
  customers += 1;
  return redactWebhook(customers, secret);
}

/** Takes the CPU from the server most of the time, as a busy host does, so that its event loop is late. */
async function overloadBetween(pid: number, progress: () => number): Promise<void> {
  while (progress() < OVERLOADED.from) await pause(TICK_MS);
  while (progress() < OVERLOADED.to) {
    process.kill(pid, 'SIGSTOP');
    await pause(PAUSE_MS.stopped);
    process.kill(pid, 'SIGCONT');
    await pause(PAUSE_MS.running);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
