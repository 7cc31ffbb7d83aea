import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand } from '@session-token/on-demand-install';

const PINNED = fileURLToPath(new URL('../pinned/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

// Not a dependency of the repository, because only a maintainer and the release workflow need it.
await installOnDemand(PINNED, 'the changesets CLI (5 MB)');
const cli = join(PINNED, 'node_modules/@changesets/cli/bin.js');
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
