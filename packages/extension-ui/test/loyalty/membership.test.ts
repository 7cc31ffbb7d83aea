import { signal } from '@preact/signals';
import type { ApiResult } from '@session-token/extension-client';
import type { EnrollmentResponse, SessionTokenResponse } from '@session-token/shared';
import { expect, test } from 'vitest';
import { createMembership } from '../../src/buyer-block/loyalty/membership.ts';

const OFFLINE = { ok: false, reason: 'offline' } as const;
const JOINED: ApiResult<EnrollmentResponse> = {
  ok: true,
  value: { creditedPoints: 50, account: { enrolled: true, balance: 50, enrolledAt: '', entries: [] } },
};

const sessionOf = (customerId: string): ApiResult<SessionTokenResponse> => ({
  ok: true,
  value: {
    kind: 'buyer',
    shop: 'sandbox.myshopify.com',
    customerId,
    tokenId: 'token-1',
    issuedAt: 1_000,
    expiresAt: 1_300,
    claims: {
      dest: 'sandbox.myshopify.com',
      aud: 'client',
      jti: 'token-1',
      iat: 1_000,
      nbf: 1_000,
      exp: 1_300,
    },
  },
});

/** A membership whose requests to join wait for `answer`. */
function createFixture() {
  const session = signal<ApiResult<SessionTokenResponse> | undefined>(sessionOf('7'));
  const sent: { key: string; answer: (result: ApiResult<EnrollmentResponse>) => void }[] = [];
  const membership = createMembership(
    { result: session, askAgain() {} },
    {
      readLoyalty: async () => OFFLINE,
      joinLoyalty: (key) => new Promise((answer) => sent.push({ key, answer })),
    },
  );
  return { session, sent, membership };
}

const flush = () => new Promise((resolve) => setTimeout(resolve, 0));

test('keeps the key of a decision through its tries', async () => {
  const { sent, membership } = createFixture();
  void membership.join();
  sent[0]!.answer(OFFLINE);
  await flush();
  expect(membership.joining.value).toEqual(OFFLINE);

  void membership.join();
  expect(membership.joining.value).toBe('under way');
  sent[1]!.answer(JOINED);
  await flush();
  expect(membership.joining.value).toEqual(JOINED);
  expect(sent[1]!.key).toBe(sent[0]!.key);
});

test('sends nothing while a try is under way', () => {
  const { sent, membership } = createFixture();
  void membership.join();
  void membership.join();
  expect(sent).toHaveLength(1);
});

test('never shows one customer what another one decided, and takes a new key for the next', async () => {
  const { session, sent, membership } = createFixture();
  void membership.join();
  session.value = sessionOf('8');
  expect(membership.joining.value).toBeUndefined();
  sent[0]!.answer(JOINED);
  await flush();
  expect(membership.joining.value).toBeUndefined();

  void membership.join();
  expect(sent[1]!.key).not.toBe(sent[0]!.key);
});
