import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface CommandResult {
  /** The exit code. */
  code: number;
  /** The whole standard output. */
  output: string;
  /** The whole standard error. */
  errors: string;
}

/**
 * Runs a command of the sandbox to its end, without this process's `NODE_ENV` and client secret.
 *
 * @param entry relative to the package, such as `src/render-cli.ts`
 */
export async function runCommand(
  entry: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  const path = fileURLToPath(new URL(`../${entry}`, import.meta.url));
  const env = { ...process.env, NODE_ENV: undefined, SHOPIFY_API_SECRET: undefined, ...variables };
  const child = spawn(process.execPath, [path, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, output, errors };
}
