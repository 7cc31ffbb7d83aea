import { createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { describeSession, SESSION_ROUTE, serverOf } from '@session-token/extension-testing/buyer-block';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { drawBlock } from './drawn-block.ts';

fakeTimers();
describeSession(drawBlock);

test('greets a buyer whom the page does not know', async () => {
  using _block = await drawBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  expect(createQueries().texts()[0]).toBe('Welcome. This page does not know your account.');
});
