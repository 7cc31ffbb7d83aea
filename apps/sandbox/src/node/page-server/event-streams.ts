import type { ServerResponse } from 'node:http';
import type { LiveEvents } from '../../contract/live-events.ts';

/** The open pages, as server-sent event streams. */
export function createEventStreams() {
  const streams = new Map<ServerResponse, string>();

  function write<Name extends keyof LiveEvents>(stream: ServerResponse, name: Name, data: LiveEvents[Name]) {
    stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  return {
    open(
      pageId: string,
      response: ServerResponse,
      first: Omit<LiveEvents, 'exchange'>,
      onEnd: () => void,
    ): void {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      write(response, 'hello', first.hello);
      write(response, 'extensions', first.extensions);
      streams.set(response, pageId);
      response.once('close', () => {
        streams.delete(response);
        onEnd();
      });
    },
    sendToAll<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void {
      for (const stream of streams.keys()) write(stream, name, data);
    },
    sendTo<Name extends keyof LiveEvents>(pageId: string, name: Name, data: LiveEvents[Name]): void {
      for (const [stream, id] of streams) if (id === pageId) write(stream, name, data);
    },
  };
}

export type EventStreams = ReturnType<typeof createEventStreams>;
