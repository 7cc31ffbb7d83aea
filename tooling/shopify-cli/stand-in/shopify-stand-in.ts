import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { createAnswers, type StandInApp } from './answers.ts';

export interface ShopifyStandIn {
  /** Makes the CLI send everything here: its own variables for a proxy and a token, and Node's for a CA. */
  env: Record<string, string>;
  /** GraphQL operations that it was asked for, in order. */
  operations: readonly string[];
  /** Operations that it has no answer to: a newer CLI asks for something else. */
  unanswered: readonly string[];
  close(): Promise<void>;
}

const HOSTS = [
  'accounts.shopify.com',
  'app.shopify.com',
  'destinations.shopifysvc.com',
  'cdn.shopify.com',
  'registry.npmjs.org',
  'storage.stand-in.test',
];

/**
 * Stands for Shopify's APIs on loopback, so that the real `shopify app dev` runs with no account: a proxy
 * that ends every TLS connection itself. It checks nothing that Shopify checks; it only lets the CLI go on.
 */
export async function startShopifyStandIn(app: StandInApp): Promise<ShopifyStandIn> {
  const answers = createAnswers(app);
  const operations: string[] = [];
  const unanswered: string[] = [];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'fake-shopify.test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [...HOSTS, app.shop].map((value) => ({ type: 2, value })) },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'shopify-stand-in-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, cert);

  function answer(path: string, body: string): object | undefined {
    if (path === '/oauth/token') return { access_token: 'stand-in', expires_in: 3600, scope: '' };
    if (path === '/bundle') return {};
    if (!path.includes('graphql')) return undefined;
    const { operationName, variables = {} } = JSON.parse(body) as {
      operationName: string;
      variables?: Record<string, unknown>;
    };
    operations.push(operationName);
    const data = answers[operationName]?.(variables);
    if (!data) unanswered.push(operationName);
    return data && { data };
  }

  const api = createHttpsServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const json = answer(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(json ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json ?? {}));
    });
  });
  const apiPort = await listen(api);

  const sockets = new Set<Socket>();
  const proxy = createHttpServer();
  proxy.on('connect', (_request, client: Socket, head) => {
    const upstream = connect(apiPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  const proxyPort = await listen(proxy);

  return {
    env: {
      SHOPIFY_HTTP_PROXY: `http://127.0.0.1:${proxyPort}`,
      SHOPIFY_NO_PROXY: 'localhost,127.0.0.1',
      SHOPIFY_APP_AUTOMATION_TOKEN: 'stand-in',
      NODE_EXTRA_CA_CERTS: caFile,
    },
    operations,
    unanswered,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([proxy, api].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true });
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
