import { createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { SESSION_ROUTE, serverOf, testSession } from '@session-token/extension-ui/testing';
import { expect, test } from 'vitest';
import { renderBlock } from './render-block.ts';

fakeTimers();
testSession(renderBlock);

test('greets a buyer whom the token does not name', async () => {
  using _block = await renderBlock({ fetch: serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) }).fetch });
  await settle();
  expect(createQueries().texts()[0]).toBe('Welcome. Thank you for your order.');
});
