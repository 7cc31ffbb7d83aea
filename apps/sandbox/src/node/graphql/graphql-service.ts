import { Worker } from 'node:worker_threads';
import { installation } from '#installation';
import type { ThreadRequest, ThreadResponse } from './answer-thread.ts';

export interface GraphqlServiceOptions {
  /** Maximum time of one request in the running thread. The first one of an API loads its schema. Default: 10 s. */
  timeoutMs?: number;
  /** Maximum number of waiting requests. Default: 100. */
  maxWaiting?: number;
  /** Script of the thread. */
  script?: URL;
}

interface Job {
  request: ThreadRequest;
  resolve(answer: ThreadResponse | undefined): void;
}

/**
 * Answers GraphQL requests one after the other in a thread, which starts with the first one. A request that exceeds
 * the time limit, or the thread's memory, gets no answer, and the next one gets a new thread.
 */
export function createGraphqlService(options: GraphqlServiceOptions = {}) {
  const { timeoutMs = 10_000, maxWaiting = 100, script = installation.graphqlThread } = options;
  const waiting: Job[] = [];
  let thread: Worker | undefined;
  let current: { job: Job; timer?: NodeJS.Timeout } | undefined;

  function finish(answer: ThreadResponse | undefined): void {
    if (!current) return;
    clearTimeout(current.timer);
    current.job.resolve(answer);
    current = undefined;
    next();
  }

  /** Ends the thread, and gives up the request that it works on. */
  function abandon(): void {
    const ended = thread;
    thread = undefined;
    void ended?.terminate();
    finish(undefined);
  }

  function limitTime(): void {
    if (current) current.timer ??= setTimeout(abandon, timeoutMs);
  }

  function startThread(): Worker {
    const started = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    started.on('online', () => started === thread && limitTime());
    // The current thread may already be another one.
    started.on('message', (answer: ThreadResponse) => started === thread && finish(answer));
    const onEnd = () => started === thread && abandon();
    started.on('error', onEnd);
    started.on('exit', onEnd);
    started.unref();
    return started;
  }

  function next(): void {
    const job = current ? undefined : waiting.shift();
    if (!job) return;
    current = { job };
    if (thread) limitTime();
    else thread = startThread();
    thread.postMessage(job.request);
  }

  return {
    /** Resolves to `undefined` if the query exceeds a limit. */
    answer(request: ThreadRequest): Promise<ThreadResponse | undefined> {
      if (waiting.length >= maxWaiting) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        waiting.push({ request, resolve });
        next();
      });
    },
    async stop(): Promise<void> {
      for (const { resolve } of waiting.splice(0)) resolve(undefined);
      const ended = thread;
      thread = undefined;
      finish(undefined);
      await ended?.terminate();
    },
  };
}

export type GraphqlService = ReturnType<typeof createGraphqlService>;
