import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { ExtensionManifest } from '../src/contract/extension-state.ts';
import type { InterceptRequest } from '../src/contract/intercept.ts';
import { createJourney, type Journey } from '../src/page/model/journey.ts';
import { DEFAULT_SCENE } from '../src/scene/scene.ts';

/** A journey that two workers of an extension answer: one per cart line. */
function startAsking() {
  let request: InterceptRequest | undefined;
  const state = {
    journey: signal<Journey>({ status: 'idle' }),
    scene: signal(DEFAULT_SCENE),
    manifest: signal({ capabilities: { blockProgress: true } } as ExtensionManifest),
  };
  const journey = createJourney(state, (_event, detail) => {
    request = detail;
    return 2;
  });
  const result = journey.ask();
  const answer = (behavior: 'allow' | 'block') =>
    journey.answer({ id: request!.id, behavior, reasons: [], errors: [{ message: behavior }] });
  return { state, result, answer };
}

test('one of two workers that blocks is enough, whichever answers first', async () => {
  for (const answers of [['allow', 'block'], ['block']] as const) {
    const { state, result, answer } = startAsking();
    for (const behavior of answers) answer(behavior);
    expect(await result).toBe(false);
    expect(state.journey.value).toEqual({ status: 'blocked', errors: [{ message: 'block' }] });
  }
});

test('the buyer goes on once both workers have allowed it', async () => {
  const { state, result, answer } = startAsking();
  answer('allow');
  await Promise.resolve();
  expect(state.journey.value).toEqual({ status: 'asking' });
  answer('allow');
  expect(await result).toBe(true);
});
