import type { Failure } from './adapter.ts';

/** Thrown if a connection could not be opened, or broke. The cause is the driver's error. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: string;

  constructor(cause: unknown) {
    const { code: causeCode } = cause as { code?: unknown };
    const code = typeof causeCode === 'string' ? causeCode : 'no code';
    super(`the connection to PostgreSQL failed (${code})`, { cause });
    this.code = code;
  }
}

/** The fields of an error that PostgreSQL or a pooler sent. */
interface ServerError extends Error {
  code: string;
  severity: string;
}

export function isServerError(error: unknown): error is ServerError {
  if (!(error instanceof Error)) return false;
  const { code, severity } = error as Partial<ServerError>;
  return typeof code === 'string' && typeof severity === 'string';
}

const READ_ONLY_TRANSACTION = '25006';

/**
 * SQLSTATE classes that do not blame the statement: connection, transaction rollback, insufficient resources,
 * object in use, operator intervention, system error, internal error.
 */
const UNAVAILABLE_CLASSES = new Set(['08', '40', '53', '55', '57', '58', 'XX']);
/** Unavailability codes of class 25. Its other codes report statements in the wrong order. */
const UNAVAILABLE_CODES = new Set([READ_ONLY_TRANSACTION, '25P03', '25P04']);
const DATA_EXCEPTION = '22';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether the connection must not be used again after this error. */
export function endsConnection(error: unknown): boolean {
  if (!isServerError(error)) return true;
  // A read-only connection stays read-only: its server may no longer be the primary.
  return error.severity !== 'ERROR' || error.code === READ_ONLY_TRANSACTION || error.code.startsWith('08');
}

/** Login errors that waiting does not fix. */
const START_PROBLEMS: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL rejected the password: check DATABASE_PASSWORD, or the password in DATABASE_URL',
  '28000': 'PostgreSQL rejected the login: check the user in DATABASE_URL, sslmode and pg_hba.conf',
  '3D000': 'the PostgreSQL database does not exist: create it, or check DATABASE_URL',
};
const NO_PRIVILEGE =
  'the PostgreSQL user may not change tables, or not read them: run `node main.js migrate` as the user that may, and check the rights of this one (docs/deploy.md#two-database-users)';
const NO_PASSWORD = 'PostgreSQL requires a password: set DATABASE_PASSWORD, or add one to DATABASE_URL';

export function classify(error: unknown): Failure | undefined {
  if (error instanceof ConnectionError) {
    const { message } = error.cause as Error;
    const startProblem = message.startsWith('SASL: ') ? NO_PASSWORD : START_PROBLEMS[error.code];
    return { kind: 'unavailable', code: error.code, ...(startProblem && { startProblem }) };
  }
  if (!isServerError(error)) return undefined;
  const { code } = error;
  const errorClass = code.slice(0, 2);
  if (UNAVAILABLE_CLASSES.has(errorClass) || UNAVAILABLE_CODES.has(code))
    return { kind: 'unavailable', code };
  const startProblem = code === INSUFFICIENT_PRIVILEGE && NO_PRIVILEGE;
  return {
    kind: 'rejected',
    code,
    isAboutData: errorClass === DATA_EXCEPTION,
    ...(startProblem && { startProblem }),
  };
}
