import { batch } from '@preact/signals';
import type { LiveEvent } from '../../contract/live-events.ts';
import type { SandboxState } from './sandbox-state.ts';

const MAX_EXCHANGES = 200;

export type TrafficEvent = Extract<LiveEvent, { name: 'exchangeStart' | 'exchange' }>;

/** Adds a request or its end to the network log. */
export function logTraffic(state: Pick<SandboxState, 'pending' | 'exchanges'>, event: TrafficEvent): void {
  if (event.name === 'exchangeStart') {
    state.pending.value = [...state.pending.value, event.data];
    return;
  }
  const exchange = event.data;
  batch(() => {
    state.pending.value = state.pending.value.filter(({ id }) => id !== exchange.id);
    state.exchanges.value = [...state.exchanges.value, exchange]
      .sort((a, b) => a.id - b.id)
      .slice(-MAX_EXCHANGES);
  });
}
