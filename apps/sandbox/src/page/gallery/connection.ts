import { type ReadonlySignal, signal } from '@preact/signals';
import type { Hello, LiveEvent } from '../../contract/live-events.ts';
import { isSameRun } from '../model/hello.ts';
import { type ConnectionState, followSandbox } from '../model/live-connection.ts';
import { createSandboxApi, type SandboxApi } from '../model/sandbox-api.ts';
import type { SandboxState } from '../model/sandbox-state.ts';
import { logTraffic } from '../model/traffic.ts';

/** An API address. One state of the block at a time uses it, and sees its traffic. */
export interface Connection {
  api: SandboxApi;
  hello: ReadonlySignal<Hello | undefined>;
  status: ReadonlySignal<ConnectionState>;
  /** Sends the traffic to the log of this state from now on. */
  assign(state: Pick<SandboxState, 'pending' | 'exchanges'> | undefined): void;
}

/** Opens a connection. `onShared` gets the events that are the same on every connection. */
export function openConnection(onShared: (event: LiveEvent) => void = () => {}): Connection {
  const api = createSandboxApi();
  const hello = signal<Hello | undefined>(undefined);
  const status = signal<ConnectionState>('connecting');
  let assigned: Pick<SandboxState, 'pending' | 'exchanges'> | undefined;
  void followSandbox({
    api,
    onState(state) {
      status.value = state;
    },
    onEvent(event) {
      switch (event.name) {
        case 'hello':
          // Another run has other secrets, and maybe another version of this page.
          if (hello.value && !isSameRun(hello.value, event.data)) location.reload();
          hello.value = event.data;
          break;
        case 'exchangeStart':
          if (assigned) logTraffic(assigned, event);
          break;
        case 'exchange':
          // The end of a request that an earlier run left pending belongs to no log.
          if (assigned?.pending.peek().some(({ id }) => id === event.data.id)) logTraffic(assigned, event);
          break;
        default:
          onShared(event);
      }
    },
  });
  return {
    api,
    hello,
    status,
    assign(state) {
      assigned = state;
    },
  };
}
