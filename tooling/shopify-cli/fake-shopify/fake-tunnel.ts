import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface FakeTunnel {
  host: string;
  /** Path of the fake `cloudflared`. */
  program: string;
  /** Returns variables with the fake `cloudflared` first on the PATH. */
  env: (path: string | undefined) => Record<string, string>;
  /** The tunnel's port and process id, or `undefined` until the tunnel is open. */
  target: () => { port: number; pid: number } | undefined;
  remove(): void;
}

/** Installs a fake `cloudflared` in a new folder. */
export function createFakeTunnel(host: string): FakeTunnel {
  const folder = mkdtempSync(join(tmpdir(), 'fake-cloudflared-'));
  const program = join(folder, 'cloudflared');
  const file = join(folder, 'tunnel.json');
  const script = join(import.meta.dirname, 'fake-cloudflared.mjs');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(program, 0o755);
  return {
    host,
    program,
    env: (path) => ({
      PATH: [folder, path].join(delimiter),
      FAKE_TUNNEL_FILE: file,
      FAKE_TUNNEL_HOST: host,
    }),
    target: () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
