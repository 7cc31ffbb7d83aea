import { signal } from '@preact/signals';
import type { ApiResult } from '@session-token/extension-client';
import { expect, test, vi } from 'vitest';
import { type Asked, ask } from '../src/index.ts';

const ok = <Value>(value: Value) => ({ ok: true as const, value });
const settled = async ({ result }: Asked<unknown>) => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return result.value;
};

test('asks at once, and has no result until the answer is there', async () => {
  const asked = ask(async () => ok('answer'));
  expect(asked.result.value).toBeUndefined();
  expect(await settled(asked)).toEqual(ok('answer'));
});

test('asks again when told to, and forgets the answer meanwhile', async () => {
  const question = vi.fn(async () => ok(question.mock.calls.length));
  const asked = ask(question);
  await settled(asked);
  asked.askAgain();
  expect(asked.result.value).toBeUndefined();
  expect(await settled(asked)).toEqual(ok(2));
});

test('asks again when what it asks about changes, and drops the answer that comes too late', async () => {
  const address = signal('old');
  const answers: Record<string, () => void> = {};
  const asked = ask(() => {
    const at = address.value;
    return new Promise<ApiResult<string>>((resolve) => (answers[at] = () => resolve(ok(at))));
  });
  address.value = 'new';
  answers.new!();
  expect(await settled(asked)).toEqual(ok('new'));
  answers.old!();
  expect(await settled(asked)).toEqual(ok('new'));
});

test('asks nothing while there is nothing to ask', async () => {
  const isReady = signal(false);
  const asked = ask(() => (isReady.value ? Promise.resolve(ok('answer')) : undefined));
  expect(await settled(asked)).toBeUndefined();
  isReady.value = true;
  expect(await settled(asked)).toEqual(ok('answer'));
});
