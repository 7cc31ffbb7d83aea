export interface SuiteResult {
  passed: number;
  /** What failed, without the tokens. */
  failures: string[];
  milliseconds: number;
}

export type Check = (name: string, run: () => unknown) => Promise<void>;

/** Counts checks. Works in every runtime, so it uses no test framework and no assertion library. */
export function createChecks() {
  let passed = 0;
  const failures: string[] = [];
  const check: Check = async (name, run) => {
    try {
      await run();
      passed += 1;
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
  };
  return { check, result: (): Omit<SuiteResult, 'milliseconds'> => ({ passed, failures }) };
}

/** Compares two values as JSON, which leaves out what is `undefined`. */
export function assertEqual(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`got ${left}, expected ${right}`);
}
