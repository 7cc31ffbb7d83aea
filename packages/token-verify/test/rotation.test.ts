import { compactVerify } from 'jose/jws/compact/verify';
import { describe, expect, test, vi } from 'vitest';
import {
  createVerifier,
  FOREIGN_SECRET,
  mint,
  NOW_SECONDS,
  outcomeOf,
  PREVIOUS_SECRET,
  SECRET,
} from './setup.ts';

vi.mock('jose/jws/compact/verify', { spy: true });

describe('during a rotation', () => {
  const rotating = () => createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });

  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS_SECRET],
  ])(
    'a token signed with the %s secret is accepted, and the session names the secret',
    async (secretVersion, secret) => {
      const verifier = rotating();
      const token = mint({}, { secret });
      expect(await verifier.verify(token)).toMatchObject({ secretVersion });
      expect(await verifier.verify(token)).toMatchObject({ secretVersion });
      expect(compactVerify).toHaveBeenCalledTimes(1);
    },
  );

  test('a token signed with neither secret is rejected without calling jose', async () => {
    expect(await outcomeOf(rotating(), mint({}, { secret: FOREIGN_SECRET }))).toHaveProperty(
      'code',
      'bad_signature',
    );
    expect(compactVerify).not.toHaveBeenCalled();
  });

  test('the same rules apply to tokens signed with the previous secret', async () => {
    const by = { secret: PREVIOUS_SECRET };
    expect(await outcomeOf(rotating(), mint({ aud: 'other' }, by))).toHaveProperty('code', 'wrong_audience');
    expect(await outcomeOf(rotating(), mint({ exp: NOW_SECONDS + 3600 }, by))).toHaveProperty(
      'code',
      'lifetime_too_long',
    );
  });

  test('the same secret twice is the current one', async () => {
    const verifier = createVerifier({ secrets: [SECRET, SECRET] });
    expect(await verifier.verify(mint())).toMatchObject({ secretVersion: 'current' });
  });
});

describe('a change of secrets', () => {
  test('needs a new verifier, which does not share the cache of the old one', async () => {
    const token = mint();
    await createVerifier().verify(token);
    const changed = createVerifier({ secrets: [PREVIOUS_SECRET] });
    expect(await outcomeOf(changed, token)).toHaveProperty('code', 'bad_signature');
  });

  test('in the options has no effect on an existing verifier', async () => {
    const secrets: [string, string?] = [SECRET];
    const verifier = createVerifier({ secrets });
    secrets[0] = FOREIGN_SECRET;
    secrets[1] = FOREIGN_SECRET;
    expect(await outcomeOf(verifier, mint())).toHaveProperty('kind', 'buyer');
    expect(await outcomeOf(verifier, mint({}, { secret: FOREIGN_SECRET }))).toHaveProperty(
      'code',
      'bad_signature',
    );
  });
});
