import { batch } from '@preact/signals';
import { isFullScreen } from '../../contract/surfaces.ts';
import { latestId, type SandboxState } from './sandbox-state.ts';

/** Clears what an earlier run left in the page. */
export function beginRun(state: SandboxState, target: string): void {
  batch(() => {
    state.problems.value = [];
    state.calls.value = [];
    state.journey.value = { status: 'idle' };
    state.facts.value = undefined;
    state.tokenError.value = undefined;
    state.output.value = undefined;
    state.intent.value = undefined;
    state.modalTarget.value = isFullScreen(target) ? target : undefined;
    state.lastOfEarlierRuns.value = Math.max(state.lastOfEarlierRuns.value, latestId(state));
    state.running.value = true;
  });
}
