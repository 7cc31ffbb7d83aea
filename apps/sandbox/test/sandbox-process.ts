import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `pnpm start` runs. */
export const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** What is printed until the sandbox is ready. @throws when it ends before */
export async function untilReady(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout!) {
    output += chunk;
    if (output.includes('Ctrl-C ends everything')) return output;
  }
  throw new Error(`ended before it was ready:\n${output}`);
}

export const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
