import pino, { type DestinationStream, type Logger, stdSerializers } from 'pino';

export interface LogOptions {
  level: string;
  /** Where lines go. Default: stdout, buffered, written at least once a second. */
  destination?: DestinationStream;
}

/**
 * JSON lines. Errors are logged with type, message and stack; requests by the fields of `requestLog`
 * alone, so no header, body or URL can reach a line by accident.
 */
export function createLogger({ level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      timestamp: createIsoTime(),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err, req: () => undefined, res: () => undefined },
    },
    destination ?? pino.destination({ fd: 1, minLength: 4096, sync: false, periodicFlush: 1000 }),
  );
}

/** As pino's `isoTime`, but written anew only when the millisecond has changed: under load, for one line in thirty. */
function createIsoTime(): () => string {
  let writtenAt = Number.NaN;
  let member = '';
  return () => {
    const now = Date.now();
    if (now !== writtenAt) {
      writtenAt = now;
      member = `,"time":"${new Date(now).toISOString()}"`;
    }
    return member;
  };
}
