import pino, { type Logger, stdSerializers, stdTimeFunctions } from 'pino';

export interface LogOptions {
  level: string;
  destination: LogDestination;
}

export interface LogDestination {
  /** Receives each log line, with its line break. */
  write(line: string): void;
  /** Calls back when all lines are written. */
  flush?(written: () => void): void;
}

/** A block of lines is written when it has this length, or after this time. */
const BLOCK_LENGTH = 4096;
const BLOCK_TIME_MS = 100;
/** Maximum bytes of waiting lines for a slow reader. Further lines are dropped. */
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
 * Opens stdout for log lines, which are written in blocks. A hanging reader blocks neither the server nor its shutdown.
 * Uses `process.stdout` instead of pino's destination, which needs a thread of Node's pool for each write: name lookups
 * can keep all of them busy.
 */
export function openStdout(format: (line: string) => string = (line) => line): LogDestination {
  const { stdout } = process;
  let block = '';
  let timer: NodeJS.Timeout | undefined;
  function writeBlock(written?: () => void): void {
    clearTimeout(timer);
    stdout.write(block, written);
    block = '';
  }
  // The server outlives its log's reader and a full disk.
  stdout.on('error', () => {});
  return {
    write(line) {
      if (stdout.writableLength > MAX_WAITING_BYTES) return;
      if (block === '') timer = setTimeout(writeBlock, BLOCK_TIME_MS);
      block += format(line);
      if (block.length >= BLOCK_LENGTH) writeBlock();
    },
    flush: writeBlock,
  };
}

/** Writes the waiting lines before the process ends. Gives up after half a second: the reader may hang. */
export async function flushLog(logger: Logger): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, FLUSH_TIMEOUT_MS);
    logger.flush(() => resolve());
  });
}
