import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploy } from './deploy/deploy.ts';
import { ensureShopifyCli, shopifyCliFolder } from './pinned-cli.ts';
import { runShopifyCli } from './run-cli.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command of the pinned CLI, with the guard for `app deploy`, and sets the exit code. */
export async function runCommand(args: readonly string[]): Promise<void> {
  try {
    // pnpm passes on the `--` of `pnpm shopify -- app info`.
    process.exitCode = await run(args[0] === '--' ? args.slice(1) : args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`Nothing was done. ${error.message}`);
    process.exitCode = 1;
  }
}

async function run(args: readonly string[]): Promise<number> {
  const words = commandWords(args);
  if (words[0] === 'app' && words[1] === 'deploy') {
    // `app:deploy` is one argument, `app deploy` two.
    const rest = args.slice(args[0] === 'app' ? 2 : 1);
    return deploy({ args: rest, env: process.env, cwd: process.cwd(), say: (line) => console.error(line) });
  }
  await ensureShopifyCli();
  assertCommand(words, commandIds());
  return runShopifyCli(args);
}

/** The words before the first flag: `app:deploy` is the same command as `app deploy`. */
export function commandWords(args: readonly string[]): string[] {
  const end = args.findIndex((argument) => argument.startsWith('-'));
  return (end < 0 ? args : args.slice(0, end)).flatMap((argument) => argument.split(':')).filter(Boolean);
}

/**
 * Rejects unknown commands. The CLI would run the command with the most similar name, so `app deply` would bypass the
 * guard.
 *
 * @throws {UsageError}
 */
export function assertCommand(words: readonly string[], ids: readonly string[]): void {
  const typed = words.join(':');
  const isKnown = ids.some((id) => `${typed}:`.startsWith(`${id}:`) || `${id}:`.startsWith(`${typed}:`));
  if (typed && !isKnown) {
    throw new UsageError(`The Shopify CLI has no command "${words.join(' ')}": npx -y pnpm shopify --help`);
  }
}

/** Such as `app:deploy`. */
function commandIds(): string[] {
  const manifest = JSON.parse(readFileSync(join(shopifyCliFolder, 'oclif.manifest.json'), 'utf8'));
  const builtIn = Object.entries(manifest.commands as Record<string, { aliases?: string[] }>);
  return ['help', ...builtIn.flatMap(([id, { aliases = [] }]) => [id, ...aliases])];
}
