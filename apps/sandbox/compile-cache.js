import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Keeps compiled code for the next start, in this process and the ones that it starts. Plain JavaScript, because it runs
 * before TypeScript is stripped. Node.js 20 has no such cache: call it after `assertNodeVersion`.
 */
export function enableCompileCache() {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL('../../node_modules/.cache/node', import.meta.url),
  );
  module.enableCompileCache();
}
