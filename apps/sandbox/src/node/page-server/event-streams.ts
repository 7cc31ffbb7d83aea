import type { ServerResponse } from 'node:http';
import type { LiveEvents } from '../../contract/live-events.ts';

/** The event streams of the open pages, as newline-delimited JSON. */
export function createEventStreams() {
  const streams = new Map<ServerResponse, string>();

  function write<Name extends keyof LiveEvents>(stream: ServerResponse, name: Name, data: LiveEvents[Name]) {
    stream.write(`${JSON.stringify({ name, data })}\n`);
  }

  return {
    open(
      pageId: string,
      response: ServerResponse,
      first: Pick<LiveEvents, 'hello' | 'server' | 'extensions'>,
      onEnd: () => void,
    ): void {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
      write(response, 'hello', first.hello);
      write(response, 'server', first.server);
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
