import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Pooler {
  /** Returns the URL of the same database through the pooler. */
  urlOf: (databaseUrl: string) => string;
  stop: () => Promise<void>;
}

/** Startup parameters that PgBouncer accepts by default. Any other one ends the connection. */
const STARTUP_PARAMETERS = new Set([
  'user',
  'database',
  'application_name',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
]);
const READY_FOR_QUERY = 'Z';
const IDLE = 'I';
const TERMINATE = 'X';

/**
 * Starts a proxy to PostgreSQL that is as strict as PgBouncer in transaction mode. Each client has two connections to
 * the server and switches between them after each transaction. They stay open when the client disconnects, so settings
 * and locks of a session are lost or left behind. Needs a server without passwords.
 */
export async function startTransactionPooler(serverUrl: string): Promise<Pooler> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };

  const proxy = createServer((client) => {
    track(client);
    client.once('data', (startup) => {
      const unknown = parameterNames(startup).filter((name) => !STARTUP_PARAMETERS.has(name.toLowerCase()));
      if (unknown.length > 0) {
        client.end(errorResponse(`unsupported startup parameter: ${unknown[0]}`));
        return;
      }
      const servers = [0, 1].map(() => track(connect(Number(port), hostname)));
      let current = 0;
      for (const [index, server] of servers.entries()) {
        let isReady = false;
        server.write(startup);
        server.on('close', () => client.end());
        onMessage(server, (message) => {
          // The client gets only one of the two greetings.
          if (isReady || index === 0) client.write(message);
          const type = String.fromCharCode(message[0] ?? 0);
          if (type !== READY_FOR_QUERY) return;
          if (isReady && String.fromCharCode(message[5] ?? 0) === IDLE) current = 1 - current;
          isReady = true;
        });
      }
      client.on('data', (data) => {
        if (String.fromCharCode(data[0] ?? 0) !== TERMINATE) servers[current]?.write(data);
      });
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    urlOf(databaseUrl) {
      const url = new URL(databaseUrl);
      url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      return url.href;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** Parses a startup packet: length, protocol version, then names and values, each followed by a zero byte. */
function parameterNames(startup: Buffer): string[] {
  return startup
    .subarray(8)
    .toString('latin1')
    .split('\0')
    .filter((text, index) => index % 2 === 0 && text !== '');
}

/** Calls the listener with each complete message of the server. */
function onMessage(server: Socket, listener: (message: Buffer) => void): void {
  let received = Buffer.alloc(0);
  server.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const length = received.length < 5 ? Number.POSITIVE_INFINITY : received.readUInt32BE(1) + 1;
      if (received.length < length) return;
      listener(received.subarray(0, length));
      received = received.subarray(length);
    }
  });
}

function errorResponse(text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C08P01\0M${text}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
