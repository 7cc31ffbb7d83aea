import type { SessionTokenErrorCode as ContractErrorCode, SessionTokenResponse } from '@session-token/shared';
import { describe, expect, test } from 'vitest';
import { createSessionTokenVerifier, type SessionTokenError, type VerifiedToken } from '../src/index.ts';
import { CLIENT_ID, createVerifier, mint, SECRET } from './setup.ts';

/**
 * `pnpm typecheck` fails if a line under a `@ts-expect-error` compiles. vitest proves that these calls also fail at
 * run time.
 */
describe('the insecure call does not compile', () => {
  const create = createSessionTokenVerifier;
  const clientId = CLIENT_ID;

  test.each([
    // @ts-expect-error clientId is required
    ['without clientId', () => create({ secrets: [SECRET] })],
    // @ts-expect-error secrets is required
    ['without secrets', () => create({ clientId })],
    // @ts-expect-error options are required
    ['without options', () => create()],
    // @ts-expect-error one secret at least
    ['with no secret in the list', () => create({ clientId, secrets: [] })],
    // @ts-expect-error a list
    ['with a bare secret', () => create({ clientId, secrets: SECRET })],
    // @ts-expect-error the current one is never undefined
    ['with an undefined secret', () => create({ clientId, secrets: [undefined] })],
    // @ts-expect-error undefined is what a missing environment variable is
    ['with an undefined clientId', () => create({ clientId: undefined, secrets: [SECRET] })],
  ])('%s', (_call, insecure) => {
    expect(insecure).toThrow(TypeError);
  });
});

describe('the type of a verified token', () => {
  test('has a customer id for buyers only, which may be absent', async () => {
    const session: VerifiedToken = await createVerifier().verify(mint());
    // @ts-expect-error the kind must be checked first
    expect(session.customerId).toBeUndefined();
    if (session.kind !== 'buyer') throw new Error('a buyer is expected');
    const customerId: string | undefined = session.customerId;
    // @ts-expect-error a guest has no customer id
    const certain: string = session.customerId;
    expect([customerId, certain]).toEqual([undefined, undefined]);
    // @ts-expect-error no user in a buyer's token
    expect(session.userId).toBeUndefined();
    // @ts-expect-error nor a session
    expect(session.claims.sid).toBeUndefined();
  });

  test('is read-only', async () => {
    const session = await createVerifier().verify(mint());
    expect(() => {
      // @ts-expect-error read-only
      session.shop = 'other.myshopify.com';
    }).toThrow(TypeError);
  });
});

describe('the types of this package, which has no dependency on the contract,', () => {
  type Without<Union, Key extends string> = Union extends unknown ? Omit<Union, Key> : never;
  // Mutual assignability does not compare optional properties.
  type Keys<Union> = Union extends { claims: infer Claims }
    ? keyof Union | `claims.${keyof Claims & string}`
    : never;
  type IsSame<Left, Right> = [Left, Right] extends [Right, Left] ? true : false;

  test('are those of the contract, apart from secretVersion', () => {
    const sessions: IsSame<Without<VerifiedToken, 'secretVersion'>, SessionTokenResponse> = true;
    const keys: IsSame<Keys<VerifiedToken>, Keys<SessionTokenResponse> | 'secretVersion'> = true;
    const codes: IsSame<SessionTokenError['code'], ContractErrorCode> = true;
    expect([sessions, keys, codes]).toEqual([true, true, true]);
  });
});
