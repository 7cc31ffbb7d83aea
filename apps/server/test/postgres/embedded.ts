import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface EmbeddedPostgres {
  /** Of a database that may create others. */
  url: string;
  /** Ends it at once, without a clean shutdown. */
  crash: () => Promise<void>;
  /** Starts it again, on the same port. */
  restart: () => Promise<void>;
  /** Turns TLS on, or changes the certificate. Connections that are open stay as they are. */
  useCertificate: (pem: { cert: string; key: string }) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts a PostgreSQL for the caller alone, which also ends with this process. */
export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const script = new URL('embedded-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function nextLine(): Promise<string> {
    const { value, done } = await lines.next();
    if (done) throw new Error('the embedded PostgreSQL ended; its error is above');
    return value;
  }
  async function command(name: string): Promise<void> {
    child.stdin.write(`${name}\n`);
    await nextLine();
  }

  return {
    url: await nextLine(),
    crash: () => command('crash'),
    restart: () => command('start'),
    useCertificate: ({ cert, key }) => command(`certificate ${JSON.stringify({ cert, key })}`),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
