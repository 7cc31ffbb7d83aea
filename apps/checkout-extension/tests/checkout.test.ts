import { createQueries, GUEST, json, settle } from '@session-token/extension-testing';
import {
  describeLoyalty,
  describeSession,
  SESSION_ROUTE,
  serverOf,
} from '@session-token/extension-testing/buyer-block';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawBlock } from './drawn-block.ts';

describeSession(drawBlock);
describeLoyalty(drawBlock);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

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
