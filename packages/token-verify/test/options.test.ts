import { describe, expect, test } from 'vitest';
import { createSessionTokenVerifier, findOptionProblems } from '../src/index.ts';
import { CLIENT_ID, createVerifier, isCached, mint, outcomeOf, PREVIOUS_SECRET, SECRET } from './setup.ts';

const create = (options: object) => () =>
  createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], ...options });

const HEX = '7c1f0a94d2e85b3670fa41c8e95d2b36';

describe('a verifier cannot be created with', () => {
  test.each([
    ['no secrets', { secrets: undefined }],
    ['an empty list of secrets', { secrets: [] }],
    ['a secret that is not in a list', { secrets: SECRET }],
    ['three secrets', { secrets: [SECRET, PREVIOUS_SECRET, SECRET] }],
    ['an undefined secret', { secrets: [undefined] }],
    ['only a previous secret', { secrets: [undefined, PREVIOUS_SECRET] }],
    ['a secret that is bytes', { secrets: [Buffer.from(SECRET)] }],
    ['an empty secret', { secrets: [''] }],
    ['an empty previous secret', { secrets: [SECRET, ''] }],
    ['a null previous secret', { secrets: [SECRET, null] }],
    ['a blank secret', { secrets: [' '.repeat(40)] }],
    ['a secret of one character', { secrets: ['x'] }],
    ['a secret of 31 characters', { secrets: [HEX.slice(1)] }],
    ['a short previous secret', { secrets: [SECRET, HEX.slice(1)] }],
    ['a secret with a line feed after it', { secrets: [`${SECRET}\n`] }],
    ['a secret with a space in front', { secrets: [` ${SECRET}`] }],
    ['a secret in quotes that the shell kept', { secrets: [`"${SECRET}" `] }],
    ['a secret in quotes that an env file kept', { secrets: [`"${SECRET}"`] }],
    ['a secret in single quotes', { secrets: [`'${SECRET}'`] }],
    ['a secret with an escaped line feed after it', { secrets: [`${SECRET}\\n`] }],
    ['the client id, which every token names, for a secret', { clientId: HEX, secrets: [HEX] }],
    ['the client id for a previous secret', { clientId: HEX, secrets: [SECRET, HEX] }],
    ['a secret beyond ASCII', { secrets: [`${SECRET}é`] }],
    ['a secret of one character, repeated', { secrets: ['x'.repeat(38)] }],
    ['a secret of the prefix and zeros', { secrets: [`shpss_${'0'.repeat(32)}`] }],
    ['a secret of the prefix and seven different characters', { secrets: [`shpss_${'0123456'.repeat(5)}`] }],
    ['a secret that contains the word', { secrets: ['my-client-secret-0123456789abcdef0123'] }],
    ['the name of the variable', { secrets: ['SHOPIFY_API_SECRET_SHOPIFY_API_SECRET'] }],
    ['a secret to be changed', { secrets: ['change-me-0123456789abcdef0123456789'] }],
    ['a secret to be replaced', { secrets: ['replace_with_0123456789abcdef01234567'] }],
    ['a secret of an example', { secrets: ['shpss_example_0123456789abcdef0123456'] }],
    ['a secret of the documentation', { secrets: ['your-key-0123456789abcdef0123456789ab'] }],
    ['a password', { secrets: ['Password0123456789abcdef0123456789abc'] }],
    ['a placeholder in angle brackets', { secrets: ['<0123456789abcdef0123456789abcdef0123>'] }],
    ['an unexpanded variable', { secrets: [`$${'{CLIENT_KEY_0123456789abcdef01234567}'}`] }],
    ['a placeholder in dots', { secrets: ['shpss_0123456789abcdef0123456789ab...'] }],
  ])('%s', (_weakness, options) => {
    expect(create(options)).toThrow(TypeError);
  });

  test.each([
    ['no client id', undefined],
    ['an empty client id', ''],
    ['a blank client id', ' '],
    ['a client id with a line feed after it', `${CLIENT_ID}\n`],
    ['a list of client ids', [CLIENT_ID]],
    ['a client id in quotes', `"${CLIENT_ID}"`],
    ['a client id that is a placeholder', '<client-id>'],
    ['a client secret for a client id', PREVIOUS_SECRET],
  ])('%s', (_weakness, clientId) => {
    expect(create({ clientId })).toThrow(TypeError);
    expect(create({ clientId })).toThrow(/^clientId (must|is) [^;]+$/);
  });

  test.each([-1, -0.5, Number.NaN, Number.POSITIVE_INFINITY, 61, '10', null])(
    'a tolerance of %j s',
    (clockToleranceSeconds) => {
      expect(create({ clockToleranceSeconds })).toThrow(TypeError);
    },
  );

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_001, '10', null])(
    'a cache of %j entries',
    (cacheEntries) => {
      expect(create({ cacheEntries })).toThrow(TypeError);
    },
  );

  test('a clock that is not a function', () => {
    expect(create({ now: 0 })).toThrow(TypeError);
  });

  test('an error message that contains the secret', () => {
    const weak = 'my-client-secret-0123456789abcdef0123';
    expect(create({ secrets: [weak] })).toThrow(/secrets\[0\]/);
    expect(create({ secrets: [SECRET, weak] })).toThrow(/secrets\[1\]/);
    expect(create({ secrets: [weak] })).not.toThrow(weak);
  });
});

describe('a verifier can be created with', () => {
  test.each([
    ["a secret in Shopify's format", { secrets: [SECRET] }],
    ['an older one, of 32 hexadecimal digits', { secrets: [HEX] }],
    ['a secret of eight different characters', { secrets: [`shpss_${'01234567'.repeat(4)}`] }],
    ['a previous secret', { secrets: [SECRET, PREVIOUS_SECRET] }],
    ['a previous secret that is undefined', { secrets: [SECRET, undefined] }],
    ['no tolerance', { clockToleranceSeconds: 0 }],
    ['the widest tolerance', { clockToleranceSeconds: 60 }],
    ['no cache', { cacheEntries: 0 }],
    ['the largest cache', { cacheEntries: 10_000_000 }],
  ])('%s', (_setting, options) => {
    expect(create(options)).not.toThrow();
  });

  test('the system clock by default', async () => {
    const decision = await outcomeOf(
      createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET] }),
      mint(),
    );
    // The fixed clock of the tests differs from the system clock, so the token is expired or not yet valid.
    expect(['expired', 'not_yet_valid']).toContain(Reflect.get(decision, 'code'));
  });

  test('a cache that is on by default', async () => {
    const verifier = createVerifier();
    const token = mint();
    await verifier.verify(token);
    expect(await isCached(verifier, token)).toBe(true);
  });
});

describe('findOptionProblems', () => {
  const WEAK = {
    clientId: '<client id>',
    secrets: ['my-client-secret-0123456789abcdef0123', 'short'],
    clockToleranceSeconds: 61,
    cacheEntries: -1,
    now: 0,
  } as never;

  test('returns the problem of every option, without the value', () => {
    const problems = findOptionProblems(WEAK);
    expect(problems.map(({ option }) => option)).toEqual([
      'clientId',
      'secrets[0]',
      'secrets[1]',
      'clockToleranceSeconds',
      'cacheEntries',
      'now',
    ]);
    for (const { problem } of problems) expect(problem).toMatch(/^(must|is) /);
    expect(JSON.stringify(problems)).not.toMatch(/my-client-secret|short|<client id>/);
  });

  test('returns what createSessionTokenVerifier throws', () => {
    for (const { option, problem } of findOptionProblems(WEAK)) {
      expect(() => createSessionTokenVerifier(WEAK)).toThrow(`${option} ${problem}`);
    }
  });

  test('returns nothing for valid options', () => {
    expect(findOptionProblems({ clientId: CLIENT_ID, secrets: [SECRET] })).toEqual([]);
    expect(findOptionProblems({ clientId: CLIENT_ID, secrets: [SECRET, PREVIOUS_SECRET] })).toEqual([]);
  });
});
