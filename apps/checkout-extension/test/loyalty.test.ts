import { createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { SESSION_ROUTE, serverOf, testLoyalty } from '@session-token/extension-ui/testing';
import { expect, test } from 'vitest';
import { renderBlock } from './render-block.ts';

fakeTimers();
testLoyalty(renderBlock);

test('tells a guest where the checkout has its login', async () => {
  using _block = await renderBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  const page = createQueries();
  expect(page.texts()[1]).toContain('Log in at the top of the checkout');
  expect(page.buttons()).toEqual([]);
});
