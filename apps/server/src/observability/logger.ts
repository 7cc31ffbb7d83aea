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

/** A block of lines is written once it has this many characters, or is this old. */
const BLOCK_LENGTH = 4096;
const BLOCK_TIME_MS = 100;
/** Maximum length of the blocks that wait for a slow reader. Further lines are dropped. */
const MAX_WAITING_LENGTH = 8 * 1024 * 1024;
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
 * Opens stdout for log lines, and writes them in blocks. Writes to a pipe do not block the server, even if its reader
 * hangs; writes to a file or a terminal do. Uses `process.stdout` instead of pino's destination, which needs a thread of
 * Node's pool for each write: hanging name lookups can occupy all of them.
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
  // The server continues without a reader of its log, and with a full disk.
  stdout.on('error', () => {});
  return {
    write(line) {
      if (stdout.writableLength > MAX_WAITING_LENGTH) return;
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
