import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { expect, test, vi } from 'vitest';
import { createTraceparent } from '../src/traceparent.ts';
import { clientOf, createFakeApi } from './fake-api.ts';

test('a request has a traceparent only if the client has an option for it', async () => {
  const api = createFakeApi(json(200, GUEST), json(200, GUEST));
  await clientOf(api).readSession();
  await clientOf(api, { createTraceparent: () => 'a-traceparent' }).readSession();

  expect(api.requests.map(({ headers }) => headers.traceparent)).toEqual([undefined, 'a-traceparent']);
  expect(api.requests[0]?.headers).not.toHaveProperty('traceparent');
});

test('a traceparent is valid, whatever the random numbers are', () => {
  const random = vi.spyOn(Math, 'random');
  for (const value of [0, 0.5, 1 - Number.EPSILON]) {
    random.mockReturnValue(value);
    expect(createTraceparent()).toMatch(/^00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-01$/);
  }
  random.mockRestore();
  expect(createTraceparent()).not.toBe(createTraceparent());
});
