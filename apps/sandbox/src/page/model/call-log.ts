import type { Signal } from '@preact/signals';
import { APIS } from '../../apis/registry.ts';
import { surfaceOf } from '../../contract/surfaces.ts';

/** One call of a function whose API is logged (`Api.isLogged`). */
export interface LoggedCall {
  id: number;
  /** Such as `applyNoteChange`. */
  path: string;
  /** The arguments as JSON, shortened. */
  args: string;
  /** `success`, or why the change was refused. */
  result: string;
  failed: boolean;
}

const MAX_CALLS = 100;
const MAX_LENGTH = 500;

type Call = (path: string, args: readonly unknown[]) => Promise<unknown>;

/** Adds the calls of logged functions to `log`, with their results. */
export function logCalls(target: string, call: Call, log: Signal<readonly LoggedCall[]>): Call {
  const logged = new Set(
    APIS[surfaceOf(target)].flatMap((api) => (api.isLogged ? Object.keys(api.host ?? {}) : [])),
  );
  let lastId = 0;
  const add = (path: string, args: readonly unknown[], outcome: Pick<LoggedCall, 'result' | 'failed'>) => {
    lastId += 1;
    const text = args.map((arg) => shorten(JSON.stringify(arg))).join(', ');
    log.value = [...log.value, { id: lastId, path, args: text, ...outcome }].slice(-MAX_CALLS);
  };
  return async (path, args) => {
    if (!logged.has(path)) return call(path, args);
    try {
      const result = await call(path, args);
      add(path, args, describeResult(result));
      return result;
    } catch (error) {
      add(path, args, { result: (error as Error).message, failed: true });
      throw error;
    }
  };
}

/** The types' results: `{ type: 'success' }`, `{ type: 'error', message }`, errors by field, or a boolean. */
function describeResult(result: unknown): Pick<LoggedCall, 'result' | 'failed'> {
  const { type, message, errors } = Object(result) as {
    type?: string;
    message?: string;
    errors?: readonly { message: string }[];
  };
  if (type !== 'error') return { result: type ?? textOf(result), failed: false };
  return { result: message ?? errors?.map((error) => error.message).join(' ') ?? 'error', failed: true };
}

/** POS functions return nothing, an id, or the cart. */
const textOf = (result: unknown) =>
  result === undefined
    ? 'success'
    : typeof result === 'object'
      ? shorten(JSON.stringify(result))
      : String(result);

const shorten = (text = 'undefined') => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);
