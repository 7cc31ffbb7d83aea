import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Exchange, StartedExchange } from '../src/contract/exchange.ts';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { createExchangeRecorder } from '../src/node/proxy/exchange-recorder.ts';
import { createRecordingProxy } from '../src/node/proxy/recording-proxy.ts';

/** Puts the recording proxy in front of this server, for the tests of one file. Each test starts with the network up. */
export function proxyUpstream(respond: RequestListener) {
  const started: StartedExchange[] = [];
  const exchanges: Exchange[] = [];
  const upstream = createServer(respond);
  const address = { host: '127.0.0.1', port: 0 };
  const policy = { appOrigins: [], allowedHosts: [''] };
  const upstreamHost = () => `${address.host}:${address.port}`;
  const recorder = createExchangeRecorder({
    onStart: (exchange) => started.push(exchange),
    onEnd: (exchange) => exchanges.push(exchange),
  });
  const { server, network } = createRecordingProxy({
    upstream: async () => address,
    policy,
    begin: recorder.begin,
  });
  let origin: string;

  beforeAll(async () => {
    address.port = await listenOnLoopback(upstream, 0);
    policy.allowedHosts = [upstreamHost()];
    origin = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
  });
  afterAll(() => Promise.all([closeServer(server), closeServer(upstream)]));
  afterEach(() => {
    started.length = 0;
    exchanges.length = 0;
    Object.assign(network, { server: 'up', delayMs: 0 });
  });
  return {
    started,
    exchanges,
    recorder,
    network,
    /** The server behind the proxy, which is also an allowed host. */
    upstreamHost,
    /** Asks through the proxy. */
    call: (init?: RequestInit, path = '/') => fetch(origin + path, init),
  };
}
