import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import pino, { type DestinationStream, type Logger, stdSerializers, stdTimeFunctions } from 'pino';

export interface LogOptions {
  level: string;
  /** Receives the log lines. */
  destination: DestinationStream;
}

/** Maximum bytes of buffered lines for a slow reader. Further lines are dropped. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
const FLUSH_TIMEOUT_MS = 500;

/**
 * Creates a logger of JSON lines. Logs errors with type, message and stack, and of a request only the fields of the
 * request log, so that no header, body or URL is logged by accident.
 */
export function createLogger({ level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err, req: () => undefined, res: () => undefined },
    },
    destination,
  );
}

/**
 * Opens stdout for log lines, which are buffered and written at least once per second. A hanging reader blocks neither
 * the server nor its shutdown, because accessing `process.stdout` makes Node open a pipe without blocking writes.
 */
export function openStdout(): DestinationStream {
  const { fd } = process.stdout;
  return pino.destination({
    fd,
    minLength: 4096,
    maxLength: MAX_WAITING_BYTES,
    sync: false,
    periodicFlush: 1000,
  });
}

/** Writes the buffered lines before the process ends. Gives up after half a second: the reader may hang. */
export async function closeLog(logger: Logger, destination: DestinationStream): Promise<void> {
  const { promise: timeout, resolve: giveUp } = Promise.withResolvers<void>();
  setTimeout(giveUp, FLUSH_TIMEOUT_MS);
  await Promise.race([timeout, new Promise<void>((resolve) => logger.flush(() => resolve()))]);
  if (!(destination instanceof EventEmitter && 'destroy' in destination)) return;
  const closed = new Promise((resolve) => destination.once('close', resolve));
  // Otherwise pino writes the rest when the process exits, and waits for the reader forever.
  (destination as { destroy: () => void }).destroy();
  await Promise.race([timeout, closed]);
  // Closing used Node's thread pool, which `exit` would take for busy.
  await setImmediate();
}
