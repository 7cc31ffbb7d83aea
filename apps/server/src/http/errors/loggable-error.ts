import { stdSerializers } from 'pino';

/**
 * Returns the loggable part of a thrown value: errors as they are, and only the type of other values, which may contain
 * a token or fail to serialize.
 */
export function toLoggableError(thrown: unknown): unknown {
  try {
    if (thrown instanceof Error) {
      stdSerializers.err(thrown); // reads every field that the log will read
      return thrown;
    }
  } catch {
    return new Error('The thrown error cannot be serialized because reading its fields throws.');
  }
  return new Error(
    `A value of type ${thrown === null ? 'null' : typeof thrown} was thrown instead of an Error.`,
  );
}
