import type { ServerResponse } from 'node:http';
import type { LiveEvents } from '../contract/live-events.ts';

/** The open pages, as server-sent event streams. */
export function createEventStreams() {
  const streams = new Set<ServerResponse>();
  const write = <Name extends keyof LiveEvents>(stream: ServerResponse, name: Name, data: LiveEvents[Name]) =>
    stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    open(response: ServerResponse, extension: LiveEvents['extension']): void {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      write(response, 'extension', extension);
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    send<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): void {
      for (const stream of streams) write(stream, name, data);
    },
  };
}

export type EventStreams = ReturnType<typeof createEventStreams>;
