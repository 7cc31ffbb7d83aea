import type { Signal } from '@preact/signals';
import type { ExtensionManifest } from '../../contract/extension-state.ts';
import { INTERCEPT_EVENT, INTERCEPTOR_TIMEOUT_MS, type InterceptRequest } from '../../contract/intercept.ts';
import type { InterceptAnswer, ValidationError } from '../../contract/intercept-answer.ts';
import type { Scene } from '../../scene/scene.ts';

/** `paid`: nothing blocked, and the extension has no target on the thank-you page. */
export type Journey =
  | { status: 'idle' | 'asking' | 'paid' }
  | { status: 'blocked'; errors: readonly ValidationError[] };

interface JourneyState {
  journey: Signal<Journey>;
  scene: Signal<Scene>;
  manifest: { peek(): ExtensionManifest | undefined };
}

/** A worker that has crashed answers nothing. */
const ANSWER_TIMEOUT_MS = INTERCEPTOR_TIMEOUT_MS + 2_000;

/**
 * Asks the extension's interceptors whether the buyer may go on. `emit` sends events to its workers, and returns how
 * many they are: on cart lines, there is one per line.
 */
export function createJourney(
  state: JourneyState,
  emit: (event: string, detail: InterceptRequest) => number,
) {
  let lastId = 0;
  let awaited = 0;
  let resolve: ((answer: InterceptAnswer) => void) | undefined;

  return {
    /** Returns whether the buyer may go on. `false` if an answer is still pending. */
    async ask(): Promise<boolean> {
      if (state.journey.peek().status === 'asking') return false;
      state.journey.value = { status: 'asking' };
      lastId += 1;
      const id = lastId;
      const answered = new Promise<InterceptAnswer>((done) => {
        resolve = done;
        const nothing: InterceptAnswer = { id, behavior: 'allow', reasons: [], errors: [] };
        setTimeout(() => done(nothing), ANSWER_TIMEOUT_MS);
      });
      const isCapable = state.manifest.peek()?.capabilities.blockProgress ?? false;
      awaited = emit(INTERCEPT_EVENT, {
        id,
        canBlockProgress: isCapable && state.scene.peek().checkout.canBlockProgress,
      });
      const { behavior, errors } = await answered;
      // The extension was restarted in between.
      if (state.journey.peek().status !== 'asking' || id !== lastId) return false;
      state.journey.value = behavior === 'block' ? { status: 'blocked', errors } : { status: 'idle' };
      return behavior === 'allow';
    },
    answer(answer: InterceptAnswer): void {
      if (answer.id !== lastId) return;
      awaited -= 1;
      if (answer.behavior === 'block' || awaited <= 0) resolve?.(answer);
    },
  };
}

/** Fields of the mock page that an interceptor can mark. */
const FIELD =
  /^\$\.cart\.(buyerIdentity\.email|deliveryGroups\[0\]\.deliveryAddress\.(address1|address2|city|company|countryCode|firstName|lastName|phone|provinceCode|zip))$/;

/** The message at a field such as `$.cart.deliveryGroups[0].deliveryAddress.zip`. */
export const errorAt = (journey: Journey, target: string): string | undefined =>
  journey.status === 'blocked' ? journey.errors.find((error) => error.target === target)?.message : undefined;

/** The messages that belong to no field of the page. */
export const pageErrors = (journey: Journey): readonly string[] =>
  journey.status === 'blocked'
    ? journey.errors.filter(({ target }) => !target || !FIELD.test(target)).map(({ message }) => message)
    : [];
