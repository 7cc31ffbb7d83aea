import type { Kind } from '../../schema/api-schema.ts';

/** Replaces a host function that the sandbox does not emulate. Rejects, or throws, with a message. */
export function notEmulated(path: string, kind: Kind, report: (message: string) => void) {
  const fail = (): never => {
    const message = `${path}() is not emulated by the sandbox.`;
    report(message);
    throw new Error(message);
  };
  return kind === 'async' ? async () => fail() : fail;
}
