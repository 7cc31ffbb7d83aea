import { clickOn, createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { describeLoyalty, SESSION_ROUTE, serverOf } from '@session-token/extension-testing/buyer-block';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { drawBlock } from './drawn-block.ts';

fakeTimers();
describeLoyalty(drawBlock);

const page = createQueries();
const anonymous = () => ({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });

test('opens the log-in for a buyer who came by a link', async () => {
  using block = await drawBlock(anonymous());
  await settle();
  await clickOn('Log in');
  expect(block.requireLogin).toHaveBeenCalledOnce();
});

test('offers no log-in to a buyer who has logged in, but whom the app may not know', async () => {
  using _block = await drawBlock({ ...anonymous(), authenticationState: 'fully_authenticated' });
  await settle();
  expect(page.headings()).toContain('Collect points');
  expect(page.buttons()).toEqual([]);
});
