import { createQueries, fakeTimers, GUEST, json, settle } from '@session-token/extension-testing';
import {
  describeLoyalty,
  describeSession,
  SESSION_ROUTE,
  serverOf,
} from '@session-token/extension-testing/buyer-block';
import { expect, test } from 'vitest';
import { drawBlock } from './drawn-block.ts';

fakeTimers();
describeSession(drawBlock);
describeLoyalty(drawBlock);

test('greets a buyer without an account as a guest, and tells where the checkout lets them log in', async () => {
  using _block = await drawBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  const page = createQueries();
  expect(page.texts()).toEqual([
    'Welcome. You are checking out as a guest.',
    expect.stringContaining('Log in to yours at the top of the checkout'),
  ]);
  expect(page.buttons()).toEqual([]);
});
