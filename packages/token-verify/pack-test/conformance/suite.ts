import { createSessionTokenVerifier, SessionTokenError } from '@session-token/token-verify';
import { createSessionTokenGuard } from '@session-token/token-verify/fetch';
import { assertEqual, type Check, createChecks, type SuiteResult } from './checks.ts';
import type { Rows } from './rows.ts';

/** Runs every token of the corpus, the limits, a rotation, the cache and the `fetch` adapter. */
export async function runSuite(rows: Rows): Promise<SuiteResult> {
  const { check, result } = createChecks();
  const start = Date.now();
  const suite = createSuite(rows);
  await checkTokens(check, rows, suite);
  await checkRotation(check, rows, suite);
  await checkCache(check, rows, suite);
  await checkFetch(check, rows, suite);
  await check('options: rejects a placeholder', () => {
    const options = { clientId: rows.clientId, secrets: ['secret'] as const };
    assertEqual(thrownBy(() => createSessionTokenVerifier(options)) instanceof TypeError, true);
  });
  return { ...result(), milliseconds: Date.now() - start };
}

type Suite = ReturnType<typeof createSuite>;

function createSuite({ clientId, secret, nowSeconds }: Rows) {
  let offsetSeconds = 0;
  const now = () => (nowSeconds + offsetSeconds) * 1000;
  const createVerifier = (options: { secrets?: readonly [string, string?]; cacheEntries?: number } = {}) =>
    createSessionTokenVerifier({ clientId, secrets: [secret], now, ...options });
  return {
    createVerifier,
    setClock(seconds: number) {
      offsetSeconds = seconds;
    },
    /** Returns the session or the code of the error. Throws any other error. */
    async outcomeOf(token: unknown, verifier = createVerifier()) {
      try {
        return await verifier.verify(token as string);
      } catch (error) {
        if (!(error instanceof SessionTokenError)) throw error;
        return { code: error.code, claim: error.claim };
      }
    },
  };
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

async function checkTokens(check: Check, rows: Rows, { createVerifier, outcomeOf }: Suite) {
  for (const { name, token, session } of rows.genuine) {
    await check(`genuine: ${name}`, async () => {
      const { kind, shop, customerId, userId, claims } = Object(await outcomeOf(token));
      assertEqual({ kind, shop, customerId, userId }, session);
      assertEqual(Object.isFrozen(claims), true);
    });
  }
  for (const { name, token, code, claim } of rows.hostile) {
    await check(`hostile: ${name}`, async () => {
      const verifier = createVerifier({ secrets: [rows.secret, rows.previousSecret] });
      assertEqual(await outcomeOf(token, verifier), { code, claim });
      assertEqual(verifier.stats(), { hits: 0, misses: 0, size: 0 });
    });
  }
  for (const token of [
    undefined,
    null,
    1,
    {},
    [rows.genuine[0]!.token],
    new String(rows.genuine[0]!.token),
  ]) {
    await check(`not a string: ${typeof token}`, async () => {
      const code = token === undefined || token === null ? 'missing_token' : 'malformed_token';
      assertEqual(await outcomeOf(token), { code });
    });
  }
  await check('an error holds nothing of the token', async () => {
    const { token } = rows.hostile.find(({ code }) => code === 'wrong_audience')!;
    const error = await createVerifier()
      .verify(token)
      .catch((thrown: Error) => thrown);
    const [, payload = ''] = token.split('.');
    const text = `${Object(error).message} ${Object(error).stack} ${JSON.stringify(error)}`;
    assertEqual([text.includes(payload), Object(error).cause], [false, undefined]);
  });
}

async function checkRotation(check: Check, rows: Rows, { createVerifier, outcomeOf }: Suite) {
  const { secret, previousSecret, signedWithPrevious, genuine } = rows;
  const secrets = [secret, previousSecret] as const;
  await check('rotation: both secrets', async () => {
    const verifier = createVerifier({ secrets });
    const current = Object(await outcomeOf(genuine[0]!.token, verifier));
    const previous = Object(await outcomeOf(signedWithPrevious, verifier));
    assertEqual([current.secretVersion, previous.secretVersion], ['current', 'previous']);
  });
  await check('rotation: a revoked secret', async () => {
    assertEqual(await outcomeOf(signedWithPrevious), { code: 'bad_signature' });
  });
}

async function checkCache(check: Check, rows: Rows, { createVerifier, outcomeOf, setClock }: Suite) {
  const { token } = rows.genuine[0]!;
  await check('cache: the same session', async () => {
    const verifier = createVerifier();
    const first = await verifier.verify(token);
    assertEqual((await verifier.verify(token)) === first, true);
    assertEqual(verifier.stats(), { hits: 1, misses: 1, size: 1 });
  });
  await check('cache: one verification for concurrent calls', async () => {
    const verifier = createVerifier();
    await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));
    assertEqual(verifier.stats().misses, 1);
  });
  await check('cache: many tokens at once', async () => {
    const verifier = createVerifier();
    const tokens = rows.genuine.map((row) => row.token);
    await Promise.all(tokens.map((each) => verifier.verify(each)));
    assertEqual(verifier.stats().size, new Set(tokens).size);
  });
  await check('cache: turned off, and bounded', async () => {
    for (const cacheEntries of [0, 1, 10]) {
      const verifier = createVerifier({ cacheEntries });
      for (const row of rows.genuine) await verifier.verify(row.token);
      assertEqual(verifier.stats().size <= cacheEntries, true);
    }
  });
  await check('cache: the clock counts on every hit', async () => {
    const verifier = createVerifier();
    await verifier.verify(token);
    setClock(86_400);
    assertEqual(await outcomeOf(token, verifier), { code: 'expired', claim: 'exp' });
    setClock(-86_400);
    assertEqual(await outcomeOf(token, verifier), { code: 'not_yet_valid', claim: 'nbf' });
    setClock(Number.NaN);
    assertEqual(await outcomeOf(token, verifier), { code: 'expired', claim: 'exp' });
    setClock(0);
  });
}

async function checkFetch(check: Check, rows: Rows, { createVerifier }: Suite) {
  const { authenticate, withCors } = createSessionTokenGuard({ verifier: createVerifier() });
  const send = (headers: Record<string, string>, method = 'GET') =>
    authenticate(new Request('https://app.example/', { method, headers }));
  const cors = (response?: Response) => response?.headers.get('access-control-allow-origin');
  await check('fetch: a session', async () => {
    const { session } = await send({ authorization: `Bearer ${rows.genuine[0]!.token}` });
    assertEqual([session?.kind, cors(withCors(new Response()))], [rows.genuine[0]!.session.kind, '*']);
  });
  await check('fetch: a rejected token', async () => {
    const { response = Response.error() } = await send({});
    const { code, requestId } = JSON.parse(await response.text());
    assertEqual([response.status, code, cors(response)], [401, 'missing_token', '*']);
    assertEqual(response.headers.get('x-request-id'), requestId);
  });
  await check('fetch: a preflight', async () => {
    const { response } = await send({}, 'OPTIONS');
    assertEqual([response?.status, cors(response)], [204, '*']);
  });
}
