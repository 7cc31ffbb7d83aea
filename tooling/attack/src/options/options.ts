import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SEVERITIES } from '../severity.ts';
import { UsageError } from '../usage-error.ts';
import { type AttackOptions, KINDS, type ReportOptions, type TypedIn } from './attack-options.ts';
import { USAGE } from './help.ts';
import { readSecret } from './secret.ts';
import { parseStatuses } from './statuses.ts';
import { readChoice, readChoices, readHeader, readNumber, readShop, readTokenHeader } from './values.ts';

export const LIMITS = {
  concurrency: { default: 4, min: 1, max: 32 },
  'max-requests': { default: 1500, min: 50, max: 10_000 },
  timeout: { default: 10, min: 1, max: 60 },
  'max-time': { default: 300, min: 1, max: 3600 },
  'max-wait': { default: 120, min: 0, max: 3600 },
} as const;

const OPTIONS = {
  'client-id': { type: 'string' },
  'secret-env': { type: 'string' },
  'secret-file': { type: 'string' },
  shop: { type: 'string' },
  kinds: { type: 'string' },
  method: { type: 'string', default: 'GET' },
  header: { type: 'string', multiple: true },
  body: { type: 'string' },
  'token-header': { type: 'string', default: 'Authorization' },
  accept: { type: 'string', default: '200-299' },
  reject: { type: 'string', default: '400,401,403,413,431' },
  'no-cors': { type: 'boolean', default: false },
  concurrency: { type: 'string' },
  'max-requests': { type: 'string' },
  timeout: { type: 'string' },
  'max-time': { type: 'string' },
  'max-wait': { type: 'string' },
  'fail-on': { type: 'string', default: 'high' },
  json: { type: 'string' },
  junit: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
  'i-own-this': { type: 'boolean', default: false },
} as const;

/** @throws {UsageError} if an option is unknown, missing or wrong */
export function parseOptions(
  args: readonly string[],
  { directory, environment }: TypedIn,
): AttackOptions & ReportOptions {
  const { values, positionals } = parse(args);
  const [target] = positionals;
  if (target === undefined || positionals.length > 1)
    throw new UsageError(`Name one URL to attack. ${USAGE}`);
  const clientId = values['client-id']?.trim();
  if (!clientId) throw new UsageError(`--client-id is missing: the app's client id. ${USAGE}`);
  if (values['update-baseline'] && values.baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline <file>');
  }
  const accept = parseStatuses('--accept', values.accept);
  const reject = parseStatuses('--reject', values.reject);
  const both = reject.find((status) => accept.includes(status));
  if (both !== undefined) throw new UsageError(`${both} is in both --accept and --reject`);
  const tokenHeader = readTokenHeader(values['token-header']);
  const headers = (values.header ?? []).map(readHeader);
  if (headers.some(([name]) => name.toLowerCase() === tokenHeader.toLowerCase())) {
    throw new UsageError(`--header must not set ${tokenHeader}, which carries the token`);
  }
  const limit = (name: keyof typeof LIMITS) => readNumber(`--${name}`, values[name], LIMITS[name]);
  const path = (file: string) => resolve(directory, file);
  return {
    target,
    ownsTarget: values['i-own-this'],
    clientId,
    secret: readSecret(values, { directory, environment, clientId }),
    shop: readShop(values.shop),
    kinds: readChoices('--kinds', values.kinds, KINDS),
    method: readMethod(values.method),
    headers,
    ...(values.body !== undefined && { body: values.body }),
    tokenHeader,
    accept,
    reject,
    cors: !values['no-cors'],
    concurrency: limit('concurrency'),
    maxRequests: limit('max-requests'),
    timeoutMs: limit('timeout') * 1000,
    maxTimeMs: limit('max-time') * 1000,
    maxWaitMs: limit('max-wait') * 1000,
    failOn: readChoice('--fail-on', values['fail-on'], SEVERITIES),
    ...(values.json !== undefined && { json: path(values.json) }),
    ...(values.junit !== undefined && { junit: path(values.junit) }),
    ...(values.baseline !== undefined && { baseline: path(values.baseline) }),
    updateBaseline: values['update-baseline'],
  };
}

function parse(args: readonly string[]) {
  try {
    // pnpm passes on the `--` of `pnpm attack -- http://…`.
    const given = args.filter((arg) => arg !== '--');
    return parseArgs({ args: given, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. ${USAGE}`);
  }
}

function readMethod(text: string): string {
  const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  return readChoice('--method', text.toUpperCase(), METHODS);
}
