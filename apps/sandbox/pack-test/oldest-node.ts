import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand } from '@session-token/on-demand-install';

const FOLDER = fileURLToPath(new URL('./oldest-node/', import.meta.url));

/** Returns the path of the oldest Node.js that runs the packed tool. */
export async function oldestNode(): Promise<string> {
  await installOnDemand(FOLDER, 'the oldest supported Node.js (45 MB)');
  return join(FOLDER, 'node_modules/node/bin/node');
}
