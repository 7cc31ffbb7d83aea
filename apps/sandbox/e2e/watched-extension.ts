import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, startSandbox } from './sandbox-process.ts';

const MANIFEST = `api_version = "2026-07"

[[extensions]]
type = "ui_extension"
name = "Watched"
handle = "watched"

[[extensions.targeting]]
target = "purchase.checkout.block.render"
module = "./src/Checkout.tsx"
`;

/** An extension that a test changes, in its own sandbox. */
export interface WatchedExtension {
  url: string;
  /** Absolute path of its only module. */
  file: string;
  save(source: string): void;
  stop(): Promise<void>;
}

export interface WatchedOptions {
  /** Names of `[extensions.capabilities]` that are true. */
  capabilities?: readonly string[];
  /** Folders of other extensions in the same sandbox. */
  others?: readonly string[];
}

export async function startWatchedExtension(
  source: string,
  { capabilities = [], others = [] }: WatchedOptions = {},
): Promise<WatchedExtension> {
  // Inside the package, where its imports resolve.
  mkdirSync(join(PACKAGE, 'test-results'), { recursive: true });
  const directory = mkdtempSync(join(PACKAGE, 'test-results/watched-'));
  const file = join(directory, 'src/Checkout.tsx');
  mkdirSync(join(directory, 'src'));
  const granted = capabilities.map((name) => `${name} = true\n`).join('');
  writeFileSync(
    join(directory, 'shopify.extension.toml'),
    `${MANIFEST}\n[extensions.capabilities]\n${granted}`,
  );
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } }),
  );
  writeFileSync(file, source);
  const folders = [directory, ...others].flatMap((folder) => ['--extension', folder]);
  const sandbox = await startSandbox('--port', '0', ...folders);
  return {
    url: sandbox.url,
    file,
    save: (next) => writeFileSync(file, next),
    async stop() {
      await sandbox.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
