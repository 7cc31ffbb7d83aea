import { INTERCEPT_EVENT, INTERCEPTOR_TIMEOUT_MS, type InterceptRequest } from '../../contract/intercept.ts';
import type { InterceptAnswer } from '../../contract/intercept-answer.ts';
import type { CreateMembers } from './api-context.ts';

export interface InterceptorResult {
  behavior?: unknown;
  reason?: unknown;
  errors?: unknown;
  perform?: unknown;
}

/** `Interceptor` of the types; foreign code, so its result is not trusted. */
export type Interceptor = (props: {
  canBlockProgress: boolean;
}) => InterceptorResult | Promise<InterceptorResult>;

export interface InterceptorsOptions {
  /** Shows a mistake of the extension in the page. */
  report(message: string): void;
  /** Default: `INTERCEPTOR_TIMEOUT_MS`. */
  timeoutMs?: number;
}

export const createBuyerJourney: CreateMembers = ({ on, call, report }) => {
  const interceptors = createInterceptors({ report });
  on(INTERCEPT_EVENT, async (request) => {
    await call('buyerJourney.intercept', await interceptors.decide(request as InterceptRequest));
  });
  return { 'buyerJourney.intercept': async (interceptor: Interceptor) => interceptors.add(interceptor) };
};

/** The interceptors of an extension. They stay in the worker: only their decision leaves it. */
export function createInterceptors({ report, timeoutMs = INTERCEPTOR_TIMEOUT_MS }: InterceptorsOptions) {
  const interceptors = new Set<{ run: Interceptor }>();

  /** The result of one interceptor. One that fails or does not answer allows progress. */
  async function ask({ run }: { run: Interceptor }, canBlockProgress: boolean): Promise<InterceptorResult> {
    try {
      const result = Object(await withTimeout(run({ canBlockProgress }), timeoutMs)) as InterceptorResult;
      if (result.behavior === 'allow' || result.behavior === 'block') return result;
      report("An interceptor must return { behavior: 'allow' } or { behavior: 'block', reason }.");
    } catch (error) {
      report(`An interceptor failed, so it does not block: ${messageOf(error)}`);
    }
    return { behavior: 'allow' };
  }

  return {
    /** Adds an interceptor, and returns the function that removes it. */
    add(run: Interceptor): () => void {
      if (typeof run !== 'function') throw new TypeError('intercept() needs a function.');
      const interceptor = { run };
      interceptors.add(interceptor);
      return () => void interceptors.delete(interceptor);
    },

    /** Asks all interceptors, and then tells each what was decided (`perform`). */
    async decide({ id, canBlockProgress }: InterceptRequest): Promise<InterceptAnswer> {
      const results = await Promise.all(
        [...interceptors].map((interceptor) => ask(interceptor, canBlockProgress)),
      );
      const blocks = results.filter(({ behavior }) => behavior === 'block');
      if (blocks.length > 0 && !canBlockProgress) {
        report('An interceptor blocked progress without being allowed to: check canBlockProgress.');
      }
      const behavior = blocks.length > 0 && canBlockProgress ? 'block' : 'allow';
      for (const { perform } of results) {
        if (typeof perform === 'function') void runPerform(() => perform({ behavior }), report);
      }
      if (behavior === 'allow') return { id, behavior, reasons: [], errors: [] };
      return { id, behavior, reasons: blocks.map(reasonOf), errors: blocks.flatMap(errorsOf) };
    },
  };
}

async function runPerform(perform: () => unknown, report: (message: string) => void): Promise<void> {
  try {
    await perform();
  } catch (error) {
    report(`perform() of an interceptor failed: ${messageOf(error)}`);
  }
}

function withTimeout<Value>(value: Value, timeoutMs: number): Promise<Awaited<Value>> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it did not return within ${timeoutMs} ms.`)), timeoutMs);
  return Promise.race([value, promise]).finally(() => clearTimeout(timer)) as Promise<Awaited<Value>>;
}

const reasonOf = ({ reason }: InterceptorResult) => (typeof reason === 'string' ? reason : 'no reason given');

function errorsOf({ errors }: InterceptorResult): InterceptAnswer['errors'] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => {
    const { message, target } = Object(error) as { message?: unknown; target?: unknown };
    return { message: String(message), ...(typeof target === 'string' && { target }) };
  });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
