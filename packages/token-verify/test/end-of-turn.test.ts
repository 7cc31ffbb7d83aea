import { compactVerify } from 'jose/jws/compact/verify';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClockedVerifier, createVerifier, mint, NOW_SECONDS, outcomeOf } from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Runs everything that needs no further turn of the event loop. */
async function runMicrotasks(): Promise<void> {
  for (let count = 0; count < 100; count += 1) await Promise.resolve();
}

/** Returns a verifier that has imported its key, which happens once and takes some turns itself. */
async function createUsedVerifier() {
  const verifier = createVerifier();
  await verifier.verify(mint({ jti: 'first' }));
  vi.mocked(compactVerify).mockClear();
  return verifier;
}

describe('a new token', () => {
  test('goes to jose at the end of the turn, with all other new tokens of the turn', async () => {
    const verifier = await createUsedVerifier();
    const tokens = Array.from({ length: 20 }, (_, index) => mint({ jti: `token-${index}` }));
    const sessions = tokens.map(async (token) => {
      await Promise.resolve();
      return verifier.verify(token);
    });
    await runMicrotasks();
    expect(compactVerify).not.toHaveBeenCalled();
    await nextTurn();
    await runMicrotasks();
    expect(vi.mocked(compactVerify).mock.calls.map(([token]) => token)).toEqual(tokens);
    expect((await Promise.all(sessions)).map(({ tokenId }) => tokenId)).toEqual(
      tokens.map((_, index) => `token-${index}`),
    );
  });

  test('waits for one turn at most', async () => {
    const verifier = await createUsedVerifier();
    const session = verifier.verify(mint());
    await nextTurn();
    expect(compactVerify).toHaveBeenCalledTimes(1);
    await session;
  });

  test('is not affected by another token of its turn that jose rejects', async () => {
    const verifier = await createUsedVerifier();
    const [rejected, accepted] = [mint({ jti: 'rejected' }), mint({ jti: 'accepted' })];
    vi.mocked(compactVerify).mockRejectedValueOnce(new Error('no'));
    const outcomes = await Promise.all([outcomeOf(verifier, rejected), outcomeOf(verifier, accepted)]);
    expect(outcomes).toMatchObject([{ code: 'bad_signature' }, { tokenId: 'accepted' }]);
  });

  test('is verified while the timers are fake', async () => {
    vi.useFakeTimers({ toFake: ['setImmediate'] });
    expect(await outcomeOf(createVerifier(), mint())).toHaveProperty('kind', 'buyer');
  });

  test('goes to jose at once where the runtime has no setImmediate', async () => {
    vi.resetModules();
    vi.stubGlobal('setImmediate', undefined);
    const { endOfTurn } = await import('../src/end-of-turn.ts');
    expect(endOfTurn).toBeUndefined();
    const { createSigningKey } = await import('../src/signature.ts');
    vi.unstubAllGlobals();
    const key = createSigningKey('current', Buffer.from('0123456789abcdef0123456789abcdef'));
    await key.verify('not a token').catch(() => undefined); // imports the key
    vi.mocked(compactVerify).mockClear();
    const outcome = key.verify('not a token').catch(({ code }) => code);
    await runMicrotasks();
    expect(compactVerify).toHaveBeenCalledTimes(1);
    expect(await outcome).toBe('bad_signature');
  });
});

describe('a token that expires while jose verifies it', () => {
  test.each([
    [69, 'buyer'],
    [70, 'expired'],
  ])('has the outcome of the later time: after %i seconds, %s', async (seconds, expected) => {
    const { verifier, setClock } = createClockedVerifier();
    const token = mint({ exp: NOW_SECONDS + 60 });
    const outcome = outcomeOf(verifier, token);
    setClock(seconds);
    expect(Object.values(await outcome)).toContain(expected);
    expect(verifier.stats().size).toBe(expected === 'expired' ? 0 : 1);
  });
});
