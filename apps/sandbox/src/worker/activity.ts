// Taken before the extension runs, which may replace it.
const { setTimeout } = globalThis;

/** Turns of the event loop in which nothing began, after which an extension that reacts to a response has reacted. */
const IDLE_TURNS = 3;

const BODY_READERS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const;

/** Counts what the extension waits for: calls of the host, responses and their bodies. Timers do not count. */
export function createActivity() {
  let pending = 0;

  function track<Value>(work: Promise<Value>): Promise<Value> {
    pending += 1;
    return work.finally(() => {
      pending -= 1;
    });
  }

  function trackBody(response: Response): Response {
    for (const name of BODY_READERS) {
      const read = response[name] as (() => Promise<unknown>) | undefined;
      if (read) Object.defineProperty(response, name, { value: () => track(read.call(response)) });
    }
    return response;
  }

  return {
    track,
    trackFetch:
      (send: typeof fetch): typeof fetch =>
      (input, init) =>
        track(send(input, init)).then(trackBody),
    /** Resolves once the extension waits for nothing. */
    async idle(): Promise<void> {
      for (let turns = 0; turns < IDLE_TURNS; turns++) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (pending > 0) turns = -1;
      }
    },
  };
}
