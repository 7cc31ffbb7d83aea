import { createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { SESSION_ROUTE, serverOf, testSession } from '@session-token/extension-ui/testing';
import { expect, test } from 'vitest';
import { createSurface } from '../src/surface.ts';
import { renderBlock } from './render-block.ts';

fakeTimers();
testSession(renderBlock);

test('greets a buyer without an id in the token', async () => {
  using _block = await renderBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  expect(createQueries().texts()[0]).toBe('Welcome. Thank you for your order.');
});

test('notices a login even if the app may not know the customer', async () => {
  const keys: (string | undefined)[] = [];
  for (const authenticationState of ['pre_authenticated', 'fully_authenticated'] as const) {
    using _block = await renderBlock({ authenticationState });
    keys.push(createSurface().buyerKey());
  }
  expect(keys).toEqual(['pre_authenticated', 'fully_authenticated']);
});
