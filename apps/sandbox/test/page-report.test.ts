import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Exchange, StartedExchange } from '../src/contract/exchange.ts';
import type { ExtensionState } from '../src/contract/extension-state.ts';
import type { GraphqlExchange } from '../src/contract/graphql.ts';
import type { ReportedNode } from '../src/contract/report.ts';
import { plainJson } from '../src/page/report/plain-json.ts';
import { reportRequest } from '../src/page/report/request-report.ts';
import { joinTexts, textOf } from '../src/page/report/texts.ts';
import { followActivity } from '../src/page/report/when-settled.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl';

const STARTED: StartedExchange = {
  id: 1,
  method: 'GET',
  path: '/api/points',
  isForApp: true,
  origin: 'null',
  preflight: false,
  requestHeaders: { origin: 'null', authorization: 'Bearer eyJhbGciOiJI… (398 characters)' },
};
const FINISHED: Exchange = {
  ...STARTED,
  status: 200,
  durationMs: 12.3,
  requestBody: '{"secret":1}',
  responseHeaders: { 'access-control-allow-origin': '*' },
  responseBody: '{"secret":2}',
};

describe('a reported request', () => {
  test('has neither headers nor bodies', () => {
    expect(reportRequest(FINISHED)).toEqual({
      method: 'GET',
      url: '/api/points',
      isForApp: true,
      preflight: false,
      origin: 'null',
      hasAuthorization: true,
      status: 200,
      cors: 'allowed',
      durationMs: 12,
    });
  });

  test('says why the browser withholds the response', () => {
    expect(reportRequest({ ...FINISHED, responseHeaders: {} })).toMatchObject({
      cors: 'blocked',
      corsProblem: 'The response has no Access-Control-Allow-Origin.',
    });
  });

  test('without a response has none of its fields', () => {
    expect(reportRequest(STARTED)).toMatchObject({ cors: 'no response' });
    expect(reportRequest(STARTED)).not.toHaveProperty('status');
    expect(reportRequest(STARTED)).not.toHaveProperty('durationMs');
  });
});

describe('a value in the report', () => {
  test.each([TOKEN, TOKEN.slice(0, TOKEN.lastIndexOf('.') + 1), TOKEN.slice(0, TOKEN.lastIndexOf('.'))])(
    'never has the whole token %s',
    (token) => {
      const text = JSON.stringify(plainJson({ url: `/api?token=${token}&a=1`, nested: [`(${token})`] }));
      expect(text).not.toContain(token);
      expect(text).toContain(`eyJhbGciOiJI… (${token.length} characters)&a=1`);
    },
  );

  test('is unchanged if it has no token', () => {
    const value = { a: [1, true, null, 'eyJ is not a token'] };
    expect(plainJson(value)).toEqual(value);
  });

  test('that JSON cannot represent becomes its name', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(plainJson(circular)).toBe('[Object]');
    expect(plainJson({ big: 1n })).toEqual({ big: '1' });
  });
});

describe('the texts of a tree', () => {
  const paragraph = (...children: readonly ReportedNode[]): ReportedNode => ({
    element: 's-paragraph',
    properties: {},
    children: joinTexts(children),
  });

  test('join what JSX splits: text around a value is one line', () => {
    const tree = [paragraph({ text: ' You save (' }, { text: '$2.00' }, { text: ') today ' }, { text: ' ' })];
    expect(textOf(tree)).toBe('You save ($2.00) today');
  });

  test('keep an element on its own line, without empty texts around it', () => {
    const tree = [paragraph({ text: ' ' }, paragraph({ text: 'one' }), { text: ' ' }, { text: 'two' })];
    expect(textOf(tree)).toBe('one\ntwo');
    expect(tree[0]).toMatchObject({ children: [{ element: 's-paragraph' }, { text: 'two' }] });
  });
});

describe('a page', () => {
  const QUIET_MS = 500;
  const model = () => ({
    running: signal(false),
    pending: signal<readonly StartedExchange[]>([]),
    exchanges: signal<readonly Exchange[]>([]),
    graphqlExchanges: signal<readonly GraphqlExchange[]>([]),
    target: signal<string | undefined>(undefined),
    extensions: signal<readonly ExtensionState[]>([]),
  });
  let page: ReturnType<typeof model>;
  let settled: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    page = model();
    settled = false;
    void followActivity(page)(QUIET_MS).then(() => {
      settled = true;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('settles once the extension has rendered and nothing was pending for the quiet time', async () => {
    await pass(10_000);
    expect(settled).toBe(false);
    page.running.value = true;
    await pass(10_000);
    page.running.value = false;
    await pass(QUIET_MS - 1);
    expect(settled).toBe(false);
    await pass(1);
    expect(settled).toBe(true);
  });

  test('begins the quiet time again with each request', async () => {
    page.running.value = true;
    page.running.value = false;
    await pass(QUIET_MS - 1);
    page.pending.value = [STARTED];
    await pass(10_000);
    expect(settled).toBe(false);
    page.pending.value = [];
    page.exchanges.value = [FINISHED];
    await pass(QUIET_MS - 1);
    expect(settled).toBe(false);
    await pass(1);
    expect(settled).toBe(true);
  });

  test('settles if no extension is for the target', async () => {
    page.extensions.value = [{ id: 'broken', revision: 0, problems: [{ text: 'does not build' }] }];
    await pass(QUIET_MS);
    expect(settled).toBe(true);
  });
});
