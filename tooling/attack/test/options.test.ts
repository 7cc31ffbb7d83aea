import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HELP } from '../src/options/help.ts';
import { LIMITS, parseOptions } from '../src/options/options.ts';
import { UsageError } from '../src/usage-error.ts';
import { APP } from './correct-server/server.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'attack-options-'));
  writeFileSync(join(directory, 'secret.txt'), `${APP.secret}\n`);
  writeFileSync(join(directory, 'empty.txt'), '\n');
});
afterAll(() => rmSync(directory, { recursive: true }));

const environment = { SECRET: APP.secret, EMPTY: '', SPACED: 'a secret', PUBLIC: APP.clientId };
const parseAll = (args: string[]) => parseOptions(args, { directory, environment });
const parse = (...args: string[]) =>
  parseAll(['http://localhost:3000/api/me', '--client-id', APP.clientId, '--secret-env', 'SECRET', ...args]);

test('has defaults for everything but the app', () => {
  expect(parse()).toMatchObject({
    ...APP,
    kinds: ['guest', 'customer', 'staff'],
    method: 'GET',
    headers: [],
    tokenHeader: 'Authorization',
    reject: [400, 401, 403, 413, 431],
    cors: true,
    failOn: 'high',
    ownsTarget: false,
    updateBaseline: false,
  });
});

test('reads every option', () => {
  expect(
    parse(
      ...[
        '--',
        '--shop',
        'mine.myshopify.com',
        '--kinds',
        'staff, guest',
        '--method',
        'post',
        '--body',
        '{}',
      ],
      ...['--header', 'Content-Type: application/json', '--header', 'X-A:b', '--token-header', 'X-Token'],
      ...['--accept', '200,204', '--reject', '401-403', '--no-cors', '--fail-on', 'low', '--i-own-this'],
      ...['--json', 'a.json', '--junit', '/tmp/a.xml', '--baseline', 'b.json', '--update-baseline'],
    ),
  ).toMatchObject({
    shop: 'mine.myshopify.com',
    kinds: ['guest', 'staff'],
    method: 'POST',
    body: '{}',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-A', 'b'],
    ],
    tokenHeader: 'X-Token',
    accept: [200, 204],
    reject: [401, 402, 403],
    cors: false,
    failOn: 'low',
    ownsTarget: true,
    json: join(directory, 'a.json'),
    junit: '/tmp/a.xml',
    baseline: join(directory, 'b.json'),
    updateBaseline: true,
  });
});

describe('the secret', () => {
  const withSecret = (...args: string[]) =>
    parseAll(['http://localhost/', '--client-id', APP.clientId, ...args]);

  test('comes from a variable or a file', () => {
    expect(withSecret('--secret-env', 'SECRET').secret).toBe(APP.secret);
    expect(withSecret('--secret-file', 'secret.txt').secret).toBe(APP.secret);
  });

  test.each([
    [[], '--secret-env, or its file'],
    [['--secret-env', 'SECRET', '--secret-file', 'secret.txt'], '--secret-env, or its file'],
    [['--secret-env', 'UNSET'], 'UNSET is not set'],
    [['--secret-env', 'EMPTY'], 'EMPTY is not set'],
    [['--secret-env', 'SPACED'], 'without white space'],
    [['--secret-env', 'PUBLIC'], 'is the client id'],
    [['--secret-file', 'none.txt'], 'cannot be read (ENOENT)'],
    [['--secret-file', 'empty.txt'], 'without white space'],
  ])('%j is rejected', (args, message) => {
    expect(() => withSecret(...args)).toThrow(UsageError);
    expect(() => withSecret(...args)).toThrow(message);
  });

  test.each([APP.secret, 'a secret with spaces', 'c2VjcmV0LWluLWJhc2U2NA=='])(
    'is not printed when it is typed instead of the variable: %s',
    (secret) => {
      expect(() => withSecret('--secret-env', secret)).toThrow(
        'takes the name of a variable, not the secret',
      );
      expect(() => withSecret('--secret-env', secret)).not.toThrow(secret);
    },
  );
});

describe('limits', () => {
  const FIELDS = {
    concurrency: ['concurrency', 1],
    'max-requests': ['maxRequests', 1],
    timeout: ['timeoutMs', 1000],
    'max-time': ['maxTimeMs', 1000],
    'max-wait': ['maxWaitMs', 1000],
  } as const;

  test.each(Object.entries(LIMITS))('--%s', (name, { min, max, default: usual }) => {
    const [field, factor] = FIELDS[name as keyof typeof LIMITS];
    expect(parse()[field]).toBe(usual * factor);
    expect(parse(`--${name}`, String(min))[field]).toBe(min * factor);
    expect(parse(`--${name}`, String(max))[field]).toBe(max * factor);
    for (const text of [`=${min - 1}`, `=${max + 1}`, '=', '=1.5', '=many', '=1e1000']) {
      expect(() => parse(`--${name}${text}`)).toThrow(`--${name} takes a whole number from ${min} to ${max}`);
    }
  });
});

test.each([
  [['http://localhost/other'], 'Name one URL'],
  [['--kind', 'guest'], "Unknown option '--kind'"],
  [['--kinds', 'guest,buyer'], '--kinds takes one of guest, customer, staff'],
  [['--kinds', ''], '--kinds takes one of'],
  [['--method', 'TRACE'], '--method takes one of GET'],
  [['--header', 'no colon'], '--header takes'],
  [['--header', 'Bad Name: x'], '--header takes'],
  [['--header', 'X-A: b\r\nX-B: c'], '--header takes'],
  [['--header', 'authorization: Bearer x'], 'which carries the token'],
  [['--header', 'Host: example.com'], 'must not set Host'],
  [['--header', 'origin: https://example.com'], 'must not set origin'],
  [['--token-header', 'a b'], '--token-header takes'],
  [['--token-header', 'Host'], '--token-header takes'],
  [['--shop', 'https://mine.myshopify.com'], '--shop takes'],
  [['--shop', 'example.com'], '--shop takes'],
  [['--accept', '2xx'], '--accept takes'],
  [['--accept', '299-200'], '--accept takes'],
  [['--reject', '600'], '--reject takes'],
  [['--reject', '400-499'], 'must not contain 429'],
  [['--accept', '200,401'], '401 is in both'],
  [['--fail-on', 'severe'], '--fail-on takes one of critical'],
  [['--update-baseline'], 'needs --baseline'],
])('%j is rejected', (args, message) => {
  expect(() => parse(...args)).toThrow(UsageError);
  expect(() => parse(...args)).toThrow(message);
});

test('the client id and the URL are required', () => {
  expect(() => parseAll(['http://localhost/', '--secret-env', 'SECRET'])).toThrow('--client-id is missing');
  expect(() => parseAll(['--client-id', 'x', '--secret-env', 'SECRET'])).toThrow('Name one URL');
});

test('the help explains every option and names the default limits', () => {
  for (const name of ['client-id', 'secret-env', 'secret-file', 'shop', 'kinds', 'method', 'header', 'body'])
    expect(HELP).toContain(`\n  --${name} `);
  for (const name of [
    'token-header',
    'accept',
    'reject',
    'no-cors',
    'fail-on',
    'json',
    'junit',
    'baseline',
    'update-baseline',
    'i-own-this',
  ])
    expect(HELP).toContain(`\n  --${name} `);
  for (const [name, { min, max, default: usual }] of Object.entries(LIMITS))
    expect(HELP).toMatch(new RegExp(`\n  --${name} .*[, ]${min} to ${max}\\. Default: ${usual}\\.`));
});
