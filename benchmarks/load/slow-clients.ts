// Runs in a separate process, so that holding thousands of sockets does not slow down the honest load:
// `node slow-clients.ts <port> <idle connections> <slow senders>`. Prints `ready`, then runs until it is killed.
import { connect } from 'node:net';

const [port = 0, idle = 0, slow = 0] = process.argv.slice(2).map(Number);

/** Opens a connection that sends one request and then stays idle. */
function openIdle(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /health/live HTTP/1.1\r\nHost: load\r\n\r\n'),
    );
    socket.once('data', () => resolve());
    socket.on('error', () => resolve());
  });
}

/** Sends a header byte by byte, and starts again when the server closes the connection. */
function sendSlowly(): void {
  const bytes = `GET /api/session-token HTTP/1.1\r\nHost: load\r\nX-Slow: ${'x'.repeat(1000)}`;
  let sent = 0;
  const socket = connect(port, '127.0.0.1');
  const timer = setInterval(() => socket.writable && socket.write(bytes[sent++ % bytes.length]!), 100);
  socket.on('data', () => {}).on('error', () => {});
  socket.on('close', () => {
    clearInterval(timer);
    setTimeout(sendSlowly, 100);
  });
}

for (let opened = 0; opened < idle; opened += 100)
  await Promise.all(Array.from({ length: Math.min(100, idle - opened) }, openIdle));
for (let count = 0; count < slow; count += 1) sendSlowly();
console.log('ready');
