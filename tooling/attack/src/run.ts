import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack, AttackContext } from './attacks/attack.ts';
import { authorizationAttacks } from './attacks/authorization.ts';
import { startKeyServer } from './attacks/key-urls.ts';
import { aheadOfClock, otherCallers, repeatedToken, servedCallers } from './attacks/kinds.ts';
import { sizeAttacks } from './attacks/sizes.ts';
import { genuineForms, tokenAttacks } from './attacks/tokens.ts';
import { checkPreflights } from './cors.ts';
import { evaluate, type Result } from './evaluate.ts';
import { createGovernor, LimitReached } from './http/governor.ts';
import { createSend } from './http/send.ts';
import type { AttackOptions } from './options/attack-options.ts';
import type { Target } from './options/target.ts';
import { runConcurrently } from './run-concurrently.ts';
import { describeVoid } from './void-reason.ts';

/** The outcome of a run. */
export interface AttackRun {
  /**
   * - `complete`: every attack was sent.
   * - `void`: the server rejects genuine tokens, so its rejections say nothing.
   * - `incomplete`: a limit ended the run, or the server stopped answering.
   */
  state: 'complete' | 'void' | 'incomplete';
  /** Why the run is not complete. */
  reason?: string;
  results: readonly Result[];
  requests: number;
  waitedMs: number;
}

export interface Progress {
  /** Called when a group of attacks starts. */
  group(name: string, count: number): void;
  /** Called after each attack. */
  done(): void;
  /** Called before waiting for a busy server. */
  wait(ms: number): void;
}

export interface RunHooks {
  progress?: Progress;
  /** Interrupts the run. */
  signal?: AbortSignal;
}

const SILENT: Progress = { group() {}, done() {}, wait() {} };

/** Ends the run: the server no longer answers genuine tokens. */
class ServerStopped extends Error {}

export async function runAttack(
  app: AttackOptions,
  target: Target,
  { progress = SILENT, signal }: RunHooks = {},
): Promise<AttackRun> {
  const ending = AbortSignal.any([AbortSignal.timeout(app.maxTimeMs), ...(signal ? [signal] : [])]);
  const governor = createGovernor({
    send: createSend({ target, timeoutMs: app.timeoutMs, signal: ending }),
    ...{ maxRequests: app.maxRequests, maxWaitMs: app.maxWaitMs, signal: ending, now: Date.now },
    sleep: (ms, until) => sleep(ms, undefined, { signal: until }),
    onWait: progress.wait,
  });
  const results: Result[] = [];
  const finish = (state: AttackRun['state'], reason?: string): AttackRun => ({
    ...{ state, results, requests: governor.sent(), waitedMs: governor.waitedMs() },
    ...(reason !== undefined && { reason }),
  });

  const send = async (attack: Attack) => {
    let token: string | undefined;
    const exchange = await governor.send(() => {
      const built = attack.build(contextNow(app));
      token = built.token;
      return built;
    });
    return { exchange, result: evaluate(attack, exchange, token, app) };
  };
  const attackAll = async (group: string, attacks: readonly Attack[], concurrency = app.concurrency) => {
    progress.group(group, attacks.length);
    // Reported in the order of the attacks, whichever response came first.
    const inOrder: Result[] = [];
    const run = runConcurrently([...attacks.entries()], concurrency, async ([index, attack]) => {
      const { result } = await send(attack);
      inOrder[index] = result;
      progress.done();
      if (result.outcome === 'no-response') await assertAlive(attack.name);
    });
    await run.finally(() => results.push(...inOrder.filter(Boolean)));
  };
  const assertAlive = async (after: string) => {
    const { result } = await send(servedCallers(app)[0]!);
    if (result.outcome === 'accepted') return;
    results.push({ ...result, name: `a genuine token after: ${after}`, findings: ['response/stops'] });
    throw new ServerStopped(`The server stopped answering genuine tokens after: ${after}.`);
  };

  try {
    for (const caller of servedCallers(app)) {
      const { exchange, result } = await send(caller);
      results.push(result);
      if (result.outcome !== 'accepted') return finish('void', describeVoid(caller, exchange, app));
    }
    await attackAll('repeated token', repeatedToken(app), 1);
    await attackAll('genuine tokens', [...aheadOfClock(app), ...genuineForms(app)]);
    await attackAll('other callers', otherCallers(app));
    await attackAll('authorization', authorizationAttacks(app));
    await attackAll('hostile tokens', tokenAttacks(app));
    if (target.isLocal) {
      await using keyServer = await startKeyServer();
      await attackAll('key URLs', keyServer.attacks(), 1);
    }
    if (app.cors) {
      progress.group('CORS', 1);
      results.push(...(await checkPreflights((request) => governor.send(() => request), app)));
    }
    await attackAll('sizes', sizeAttacks(app), 1);
    await assertAlive('all attacks');
    return finish('complete');
  } catch (error) {
    if (error instanceof ServerStopped) return finish('incomplete', error.message);
    if (!(error instanceof LimitReached)) throw error;
    return finish('incomplete', signal?.aborted ? 'Interrupted.' : describeLimit(error.message));
  }
}

function describeLimit(option: string): string {
  const remedy =
    option === '--max-wait' ? "Turn off the server's rate limit, or raise it and --max-time." : 'Raise it.';
  return `${option} ended the run. ${remedy}`;
}

const contextNow = (app: AttackOptions): AttackContext => ({
  app,
  nowSeconds: Math.floor(Date.now() / 1000),
});
