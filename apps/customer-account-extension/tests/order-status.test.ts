import { clickOn, createQueries, fakeTimers, GUEST, json, settle } from '@session-token/extension-testing';
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

const page = createQueries();
const anonymous = () => ({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });

test('opens the log-in for a buyer who came by a link', async () => {
  using block = await drawBlock(anonymous());
  await settle();
  expect(page.texts()[0]).toBe('Welcome. This page does not know your account.');

  await clickOn('Log in');
  expect(block.requireLogin).toHaveBeenCalledOnce();
});

test('offers no log-in to a buyer who has logged in, but whom the app may not know', async () => {
  using _block = await drawBlock({ ...anonymous(), authenticationState: 'fully_authenticated' });
  await settle();
  expect(page.headings()).toContain('Collect points');
  expect(page.buttons()).toEqual([]);
});
