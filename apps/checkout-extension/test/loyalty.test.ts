import type { BuyerClient } from '@session-token/extension-client';
import { clickOn, createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { CUSTOMER, GUEST, json } from '@session-token/extension-testing/fake-server';
import { Loyalty } from '@session-token/extension-ui/loyalty';
import { SESSION_ROUTE, serverOf, testLoyalty } from '@session-token/extension-ui/testing';
import { h, render } from 'preact';
import { expect, test, vi } from 'vitest';
import { createSurface } from '../src/surface.ts';
import { renderBlock } from './render-block.ts';

fakeTimers();
testLoyalty(renderBlock);

test('tells a guest where to log in', async () => {
  using _block = await renderBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  const page = createQueries();
  expect(page.texts()[1]).toContain('Log in at the top of the checkout');
  expect(page.buttons()).toEqual([]);
});

test('never shows one customer the result of another one, and joins with a new key', async () => {
  using block = await renderBlock({});
  block.unmount();
  const joined: {
    key: string;
    respond: (result: Awaited<ReturnType<BuyerClient['joinLoyalty']>>) => void;
  }[] = [];
  const client: Pick<BuyerClient, 'readLoyalty' | 'joinLoyalty'> = {
    readLoyalty: async () => ({ ok: true, value: { enrolled: false, welcomePoints: 50 } }),
    joinLoyalty: (key) => new Promise((respond) => joined.push({ key, respond })),
  };
  const show = async (session: typeof CUSTOMER) => {
    render(h(Loyalty, { client, surface: createSurface(), session }), document.body);
    await vi.advanceTimersByTimeAsync(0);
  };
  await show(CUSTOMER);
  await clickOn('Join and get 50 points');
  await show({ ...CUSTOMER, customerId: '8', tokenId: 'token-2' });
  joined[0]!.respond({
    ok: true,
    value: { creditedPoints: 50, account: { enrolled: true, balance: 50, enrolledAt: '', entries: [] } },
  });
  await settle();
  const page = createQueries();
  expect(page.headings()).toEqual(['Collect points']);

  await clickOn('Join and get 50 points');
  expect(joined[1]!.key).not.toBe(joined[0]!.key);
});
