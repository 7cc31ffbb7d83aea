import type { LiveEvent } from '../../contract/live-events.ts';
import { dropCandidate, keepKey, nextKey } from './run-key.ts';
import type { SandboxApi } from './sandbox-api.ts';

/** `locked`: this browser has no valid key. `down`: the sandbox does not respond. */
export type ConnectionState = 'connecting' | 'open' | 'down' | 'locked';

export interface LiveConnectionOptions {
  api: SandboxApi;
  onEvent(event: LiveEvent): void;
  onState(state: ConnectionState): void;
}

const RETRY_MS = 500;

/**
 * Follows the sandbox's events for as long as the page is open. Reconnects however the connection ended:
 * an EventSource would give up at the first 503 and cannot send the key in a header.
 */
export async function followSandbox({ api, onEvent, onState }: LiveConnectionOptions): Promise<never> {
  for (;;) {
    const response = await api.openEventStream().catch(() => undefined);
    if (response?.status === 401) {
      if (dropCandidate()) continue;
      onState('locked');
      await nextKey();
      continue;
    }
    if (response?.ok && response.body) {
      onState('open');
      await readLines(response.body, (line) => {
        const event = JSON.parse(line) as LiveEvent;
        if (event.name === 'hello') keepKey(event.data.key);
        onEvent(event);
      }).catch(() => {});
    }
    onState('down');
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  }
}
