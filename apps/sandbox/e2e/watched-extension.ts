import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SANDBOX = fileURLToPath(new URL('../', import.meta.url));

const MANIFEST = `api_version = "2026-07"

[[extensions]]
type = "ui_extension"
name = "Watched"
handle = "watched"

[[extensions.targeting]]
target = "purchase.checkout.block.render"
module = "./src/Checkout.tsx"
`;

/** An extension made for one test, in a sandbox of its own. */
export interface WatchedExtension {
  url: string;
  /** Absolute path of its only module. */
  file: string;
  save(source: string): void;
  stop(): Promise<void>;
}

/** `settings`: key and type of each field that the merchant can set. */
export async function startWatchedExtension(
  source: string,
  settings: readonly (readonly [key: string, type: string])[] = [],
): Promise<WatchedExtension> {
  // Within the package, where its imports are found.
  mkdirSync(join(SANDBOX, 'test-results'), { recursive: true });
  const directory = mkdtempSync(join(SANDBOX, 'test-results/watched-'));
  const file = join(directory, 'src/Checkout.tsx');
  mkdirSync(join(directory, 'src'));
  const fields = settings.map(
    ([key, type]) => `[[extensions.settings.fields]]\nkey = "${key}"\ntype = "${type}"\nname = "${key}"\n`,
  );
  writeFileSync(join(directory, 'shopify.extension.toml'), [MANIFEST, ...fields].join('\n'));
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } }),
  );
  writeFileSync(file, source);
  const child = spawn(process.execPath, ['src/main.ts', '--port', '0', '--extension', directory], {
    cwd: SANDBOX,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url: await readyUrl(child),
    file,
    save: (next) => writeFileSync(file, next),
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(directory, { recursive: true });
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk;
      const url = /Sandbox ready at (http:\S+\/)\s/.exec(output)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`The sandbox ended before it was ready:\n${output}`)));
  });
}
