import type { SessionTokenErrorCode } from '../errors.ts';
import { SessionTokenError } from '../errors.ts';
import { REMEDIES } from './remedies.ts';

/** Texts of a check, for people. `found` may contain values of the token; none goes anywhere else. */
interface CheckTexts {
  id: string;
  title: string;
  /** Describes what the verifier accepts. */
  expected: string;
}

/** One check of the verifier, and how the token fared. */
export type Check =
  | (CheckTexts & { status: 'passed'; found: string })
  | (CheckTexts & {
      status: 'failed';
      found: string;
      code: SessionTokenErrorCode;
      claim?: string;
      /** The verifier's message for the code. */
      message: string;
      /** Says what to do. */
      remedy: string;
    })
  | (CheckTexts & { status: 'not checked'; reason: string });

export interface CheckToRun extends CheckTexts {
  found: string;
  /** Default: the remedy of the error code. */
  remedy?: string | undefined;
}

export interface CheckList {
  readonly checks: readonly Check[];
  /** Runs a check of the verifier. Returns its result, or `undefined` if it rejected the token. */
  run<T>(check: CheckToRun, verify: () => T | Promise<T>): Promise<T | undefined>;
  /** Records that a check cannot be made. */
  skip(check: CheckTexts, reason: string): undefined;
}

export function createCheckList(): CheckList {
  const checks: Check[] = [];
  return {
    checks,
    async run({ remedy, ...check }, verify) {
      try {
        const result = await verify();
        checks.push({ ...check, status: 'passed' });
        return result;
      } catch (error) {
        if (!(error instanceof SessionTokenError)) throw error;
        const { code, claim, message } = error;
        checks.push({
          ...check,
          status: 'failed',
          code,
          message,
          ...(claim !== undefined && { claim }),
          remedy: remedy ?? REMEDIES[code],
        });
        return undefined;
      }
    },
    skip({ id, title, expected }, reason) {
      checks.push({ id, title, expected, status: 'not checked', reason });
      return undefined;
    },
  };
}
