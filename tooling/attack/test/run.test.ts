import { describe, expect, test } from 'vitest';
import { resolveTarget } from '../src/options/target.ts';
import { runAttack } from '../src/run.ts';
import { attackServer, attackUrl, OPTIONS } from './attack-server.ts';
import { APP, listen, SERVER, startServer } from './correct-server/server.ts';

describe('the result is void if the server', () => {
  test.each([
    ['serves no guests', { callers: ['customer', 'staff'] as const }, {}, 'leave guest out of --kinds'],
    ['has another secret', {}, { secret: 'another-secret-of-the-app' }, 'Check --client-id and the secret'],
    ['has another client id', {}, { clientId: 'another' }, 'Check --client-id and the secret'],
  ])('%s', async (_what, parts, options, advice) => {
    const { state, reason, failed, requests } = await attackServer(parts, options);
    expect({ state, failed, requests }).toEqual({ state: 'void', failed: false, requests: 1 });
    expect(reason).toContain('did not accept a genuine token of a guest: it answered 40');
    expect(reason).toContain(advice);
  });

  test.each([
    [404, 'Check the path of the URL.'],
    [405, '--method'],
    [415, '--body'],
    [302, 'Redirects are not followed'],
    [500, "Read the server's log"],
  ])('answers %s', async (status, advice) => {
    await using server = await listen((_request, response) => response.writeHead(status).end());
    expect(await attackUrl(server.url)).toMatchObject({
      state: 'void',
      reason: expect.stringContaining(advice),
    });
  });

  test('does not run', async () => {
    const server = await startServer();
    await server[Symbol.asyncDispose]();
    expect(await attackUrl(server.url)).toMatchObject({
      state: 'void',
      reason: expect.stringContaining('no response (ECONNREFUSED).\nStart the server'),
    });
  });

  test('does not answer in time', async () => {
    await using server = await listen(() => {});
    const { state, reason } = await attackUrl(server.url, { timeoutMs: 50 });
    expect({ state, reason }).toMatchObject({
      state: 'void',
      reason: expect.stringContaining('no response in time'),
    });
  });

  test('and the reason contains no secret, no token and no control character', async () => {
    await using server = await listen((request, response) =>
      response.writeHead(401).end(`\u001b[2J${APP.secret} ${request.headers.authorization}\u202e`),
    );
    const { reason = '' } = await attackUrl(server.url);
    expect(reason).toContain('it answered 401:  [2J[secret] Bearer [token]');
    expect(reason).not.toContain(APP.secret);
    expect(reason.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]|eyJ/u);
  });
});

describe('the run ends', () => {
  test('at --max-requests', async () => {
    const full = await attackServer();
    const inside = await attackServer({}, { maxRequests: full.requests });
    expect(inside.state).toBe('complete');
    const outside = await attackServer({}, { maxRequests: full.requests - 1 });
    expect(outside).toMatchObject({ state: 'incomplete', reason: '--max-requests ended the run. Raise it.' });
    expect(outside.requests).toBe(full.requests - 1);
  });

  test('at --max-time, also during a request', async () => {
    await using server = await listen(() => {});
    expect(await attackUrl(server.url, { maxTimeMs: 50 })).toMatchObject({
      state: 'incomplete',
      reason: '--max-time ended the run. Raise it.',
    });
  });

  test('at --max-wait, if the server stays busy', async () => {
    const busy: typeof SERVER.accepted = (response) =>
      void response.writeHead(429, { 'retry-after': '1' }).end();
    expect(await attackServer({ accepted: busy }, { maxWaitMs: 999 })).toMatchObject({
      state: 'incomplete',
      reason: expect.stringMatching(/^--max-wait ended the run\. Turn off the server's rate limit/),
    });
  });

  test('when it is interrupted', async () => {
    await using server = await startServer();
    const target = await resolveTarget(server.url, { ownsTarget: false });
    const run = await runAttack(OPTIONS, target, { signal: AbortSignal.abort() });
    expect(run).toMatchObject({ state: 'incomplete', reason: 'Interrupted.', requests: 0 });
  });

  test('when the server stops', async () => {
    const server = await startServer({
      readToken(request) {
        const token = SERVER.readToken(request);
        if (token.includes('=')) server[Symbol.asyncDispose]();
        return token;
      },
    });
    const { state, reason, failed, findings } = await attackUrl(server.url);
    expect({ state, failed }).toEqual({ state: 'incomplete', failed: true });
    expect(reason).toContain('The server stopped answering genuine tokens after: ');
    expect(findings[0]).toMatchObject({ id: 'response/stops', severity: 'critical' });
  });
});

test('never has more requests pending than --concurrency', async () => {
  let pending = 0;
  let most = 0;
  const count: typeof SERVER.rejected = (response, cors) => {
    pending += 1;
    most = Math.max(most, pending);
    setImmediate(() => {
      pending -= 1;
      response.writeHead(401, cors).end();
    });
  };
  await attackServer({ rejected: count }, { concurrency: 3 });
  expect(most).toBe(3);
});

test('waits for a busy server and then goes on', async () => {
  let hasRefused = false;
  const accepted: typeof SERVER.accepted = (response, cors, token) => {
    if (hasRefused) return SERVER.accepted(response, cors, token);
    hasRefused = true;
    return void response.writeHead(429, { ...cors, 'retry-after': '1' }).end();
  };
  expect(await attackServer({ accepted }, { maxWaitMs: 1000 })).toMatchObject({
    state: 'complete',
    findings: [],
  });
});
