import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Target } from '../options/target.ts';
import { type AttackRequest, type Exchange, MAX_BODY_BYTES } from './exchange.ts';

export type Send = (request: AttackRequest) => Promise<Exchange>;

export interface SendOptions {
  target: Target;
  timeoutMs: number;
  /** Ends all pending requests. */
  signal?: AbortSignal;
}

/**
 * Creates a function that sends one request. It connects to the addresses that were checked, whatever the name resolves
 * to later. It follows no redirect and uses no proxy.
 */
export function createSend({ target, timeoutMs, signal }: SendOptions): Send {
  const { url, addresses } = target;
  const isSecure = url.protocol === 'https:';
  const start = isSecure ? httpsRequest : httpRequest;
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true });
  const lookup: LookupFunction = (_hostname, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
  const optionsOf = (request: AttackRequest, isFresh: boolean): RequestOptions => ({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: pathOf(url, request),
    method: request.method,
    headers: headersOf(url, request) as unknown as readonly string[],
    agent: isFresh ? false : agent,
    lookup,
    ...(signal && { signal }),
  });

  const send = (request: AttackRequest, isFresh = false): Promise<Exchange> =>
    new Promise((resolve) => {
      const outgoing: ClientRequest = start(optionsOf(request, isFresh), (response) => {
        readBody(response).then(
          (body) => finish({ status: response.statusCode!, headers: joinHeaders(response), body }),
          () => finish({ failure: 'dropped' }),
        );
      });
      const timer = setTimeout(() => {
        finish({ failure: 'timeout' });
        outgoing.destroy();
      }, timeoutMs);
      // The server may respond and close before it has read the whole request: the first event counts.
      outgoing.on('error', ({ code }: NodeJS.ErrnoException) => {
        // The server closed an idle connection just then: that says nothing about this request.
        if (outgoing.reusedSocket && code === 'ECONNRESET' && !signal?.aborted) finish(send(request, true));
        else finish({ failure: 'dropped', ...(code && { code }) });
      });
      outgoing.end(request.body);

      function finish(exchange: Exchange | Promise<Exchange>): void {
        clearTimeout(timer);
        resolve(exchange);
      }
    });
  return (request) => send(request);
}

function pathOf(url: URL, { query = {} }: AttackRequest): string {
  const search = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(query)) search.append(name, value);
  return Object.keys(query).length === 0 ? url.pathname + url.search : `${url.pathname}?${search}`;
}

/** In pairs, so that Node sends repeated names as separate headers. */
function headersOf(url: URL, { headers, body }: AttackRequest): string[][] {
  return [
    ['Host', url.host],
    ...headers.map((header) => [...header]),
    ...(body === undefined ? [] : [['Content-Length', String(Buffer.byteLength(body))]]),
  ];
}

function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const finish = () => resolve(Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString());
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size < MAX_BODY_BYTES) return;
      finish();
      response.destroy();
    });
    response.on('end', finish).on('error', reject);
  });
}

const joinHeaders = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values!.join(', ')]));
