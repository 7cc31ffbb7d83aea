import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface EmbeddedPostgres {
  /** URL of a database whose user may create others. */
  url: string;
  /** Kills the server without a clean shutdown. */
  crash: () => Promise<void>;
  /** Starts the server again on the same port. */
  restart: () => Promise<void>;
  /** Turns TLS on, or changes the certificate. Open connections do not change. */
  useCertificate: (pem: { cert: string; key: string }) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL for one caller. It ends with this process at the latest.
 *
 * @param settings in addition to those of `embedded-process.ts`, as `name=value`
 */
export async function startEmbeddedPostgres(settings: readonly string[] = []): Promise<EmbeddedPostgres> {
  const script = new URL('embedded-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
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
