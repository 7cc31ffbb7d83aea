import pino, { type DestinationStream, type Logger, stdSerializers, stdTimeFunctions } from 'pino';

export interface LogOptions {
  level: string;
  /** Where lines go. */
  destination: DestinationStream;
}

/** Bytes of lines that wait for a slow reader. Beyond that lines are dropped rather than kept in memory. */
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
const FLUSH_TIMEOUT_MS = 500;

/**
 * Creates a logger of JSON lines. Errors are logged with type, message and stack; requests only by the fields of
 * the request log, so that no header, body or URL gets into a line by accident.
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
 * Opens stdout for log lines, buffered and written at least once a second. A reader that hangs neither blocks the
 * server nor its end: reading `process.stdout` makes Node open a pipe without blocking writes.
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

/** Writes the waiting lines before the process ends. Gives up after half a second: the reader may hang. */
export async function closeLog(logger: Logger, destination: DestinationStream): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, FLUSH_TIMEOUT_MS);
    logger.flush(() => resolve());
  });
  // Otherwise pino writes the rest when the process exits, and waits for the reader without end.
  (destination as { destroy?: () => void }).destroy?.();
}
