import { clickOn, createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { SESSION_ROUTE, serverOf, testLoyalty } from '@session-token/extension-ui/testing';
import { expect, test } from 'vitest';
import { renderBlock } from './render-block.ts';

fakeTimers();
testLoyalty(renderBlock);

const page = createQueries();
const guest = () => ({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });

test('opens the login for a buyer who came by a link', async () => {
  using block = await renderBlock(guest());
  await settle();
  await clickOn('Log in');
  expect(block.requireLogin).toHaveBeenCalledOnce();
});

test('offers no login to a logged-in buyer that the app may not identify', async () => {
  using _block = await renderBlock({ ...guest(), authenticationState: 'fully_authenticated' });
  await settle();
  expect(page.headings()).toContain('Collect points');
  expect(page.buttons()).toEqual([]);
});
