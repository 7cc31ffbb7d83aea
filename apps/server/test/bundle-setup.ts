import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsdown';
import type { TestProject } from 'vitest/node';

/** Builds the server once for the whole run, as `pnpm build` does, so that tests start the code that ships. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'server-bundle-'));
  await build({ cwd: join(import.meta.dirname, '..'), outDir: folder, logLevel: 'silent', report: false });
  provide('bundleFolder', folder);
  return () => rm(folder, { recursive: true });
}
