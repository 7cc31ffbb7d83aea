import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const KEEPER = join(import.meta.dirname, 'tunnel-keeper.ts');
/** Printed by cloudflared once the address works. */
const CONNECTED = /Registered tunnel connection/;
const ERROR_LINE = /^.*(?:ERR|failed to|error=).*$/gm;

export interface QuickTunnelOptions {
  /** Path of `cloudflared`. */
  program: string;
  /** The local port that the tunnel leads to. */
  port: number;
  /** How long cloudflared may take to connect. */
  timeoutMs: number;
}

export interface QuickTunnel {
  /** Public URL, such as `https://four-random-words-here.trycloudflare.com`. */
  url: string;
  /** Resolves when the tunnel program has ended. */
  ended: Promise<void>;
  stop(): void;
}

/**
 * Opens a Cloudflare quick tunnel, which needs no account, to a local port. It ends with this process.
 *
 * @throws with cloudflared's message if it does not connect in time
 */
export async function startQuickTunnel(options: QuickTunnelOptions): Promise<QuickTunnel> {
  const { program, port, timeoutMs } = options;
  const args = ['tunnel', '--url', `http://localhost:${port}`, '--no-autoupdate'];
  const keeper = spawn(process.execPath, [KEEPER, program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  keeper.stdin.on('error', () => {}); // The keeper ended first.
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  const stop = () => void keeper.stdin.end();

  let output = '';
  const connected = new Promise<string>((resolve) => {
    const onOutput = (chunk: Buffer) => {
      output = (output + chunk).slice(-20_000);
      const url = findTunnelUrl(output);
      if (url && CONNECTED.test(output)) resolve(url);
    };
    keeper.stdout.on('data', onOutput);
    keeper.stderr.on('data', onOutput);
  });

  const timeout = new AbortController();
  const url = await Promise.race([
    connected,
    ended.then(() => undefined),
    delay(timeoutMs, undefined, { signal: timeout.signal }).catch(() => undefined),
  ]);
  timeout.abort();
  if (url) return { url, ended, stop };
  stop();
  throw new Error(`cloudflared did not connect: ${output.match(ERROR_LINE)?.at(-1)?.trim() ?? 'no output'}`);
}

/** Returns the address that cloudflared printed. Its log names other hosts of the domain, such as `api`. */
function findTunnelUrl(output: string): string | undefined {
  const urls = output.match(/https:\/\/[a-z0-9-]+\.trycloudflare\.com\b/g) ?? [];
  return urls.find((url) => url !== 'https://api.trycloudflare.com');
}
