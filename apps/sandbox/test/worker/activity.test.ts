import { expect, test } from 'vitest';
import { createActivity } from '../../src/worker/activity.ts';

/** Whether `work` has settled after the event loop had a chance to do so. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void work.then(() => {
    settled = true;
  });
  for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setTimeout(resolve));
  return settled;
}

test('is idle when nothing is pending', async () => {
  expect(await isSettled(createActivity().idle())).toBe(true);
});

test('is not idle until a call of the host has returned or failed', async () => {
  const activity = createActivity();
  const { promise, reject } = Promise.withResolvers();
  const call = activity.track(promise);
  const idle = activity.idle();
  expect(await isSettled(idle)).toBe(false);
  reject(new Error('failed'));
  await expect(call).rejects.toThrow('failed');
  await idle;
});

test('is not idle until the extension has a response and has read its body', async () => {
  const activity = createActivity();
  const sent = Promise.withResolvers<Response>();
  const body = Promise.withResolvers<void>();
  const fetch = activity.trackFetch(() => sent.promise);
  const read = fetch('/').then((response) => response.text());
  const idle = activity.idle();
  expect(await isSettled(idle)).toBe(false);
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      await body.promise;
      controller.enqueue(new TextEncoder().encode('Hello'));
      controller.close();
    },
  });
  sent.resolve(new Response(stream));
  expect(await isSettled(idle)).toBe(false);
  body.resolve();
  expect(await read).toBe('Hello');
  await idle;
});
