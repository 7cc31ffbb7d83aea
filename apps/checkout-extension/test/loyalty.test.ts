import { createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { describeLoyalty, SESSION_ROUTE, serverOf } from '@session-token/extension-testing/buyer-block';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { drawBlock } from './drawn-block.ts';

fakeTimers();
describeLoyalty(drawBlock);

test('tells a buyer without an account where the checkout lets them log in', async () => {
  using _block = await drawBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  const page = createQueries();
  expect(page.texts()[1]).toContain('Log in to yours at the top of the checkout');
  expect(page.buttons()).toEqual([]);
});
