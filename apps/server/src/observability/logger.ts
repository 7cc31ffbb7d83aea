import pino, { type DestinationStream, type Logger, stdSerializers, stdTimeFunctions } from 'pino';

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
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err, req: () => undefined, res: () => undefined },
    },
    destination ?? pino.destination({ fd: 1, minLength: 4096, sync: false, periodicFlush: 1000 }),
  );
}
