import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDemand, runUntilStalled } from '@session-token/on-demand-install';
import { shopifyCliFolder } from '../pinned-cli.ts';

const FOLDER = join(import.meta.dirname, '../../cloudflared');
/** The version that the pinned Shopify CLI downloads for itself. */
const VERSION = '2024.8.2';
const PROGRAM = process.platform === 'win32' ? 'cloudflared.exe' : 'cloudflared';
const DOWNLOADED = join(FOLDER, 'node_modules/.cloudflared', PROGRAM);
const STALL_MS = 180_000;

/**
 * Returns the path of `cloudflared`: the one that `SHOPIFY_CLI_CLOUDFLARED_PATH` names, the first on the PATH,
 * the one that the Shopify CLI downloaded for itself, or one that this function downloads from GitHub.
 *
 * @throws if the download fails, or `SHOPIFY_CLI_IGNORE_CLOUDFLARED` forbids it
 */
export async function ensureCloudflared(env: NodeJS.ProcessEnv): Promise<string> {
  const installed = findCloudflared(env);
  if (installed) return installed;
  if (env.SHOPIFY_CLI_IGNORE_CLOUDFLARED) {
    throw new Error(
      'cloudflared is not installed, and SHOPIFY_CLI_IGNORE_CLOUDFLARED forbids to download it',
    );
  }
  await downloadCloudflared(env);
  return DOWNLOADED;
}

/** Returns the path of a `cloudflared` that is already on this machine. */
export function findCloudflared(env: NodeJS.ProcessEnv): string | undefined {
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, PROGRAM));
  const candidates = [
    env.SHOPIFY_CLI_CLOUDFLARED_PATH,
    ...onPath,
    join(shopifyCliFolder, 'bin', PROGRAM),
    DOWNLOADED,
  ];
  return candidates.find((path) => path !== undefined && isProgram(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function downloadCloudflared(env: NodeJS.ProcessEnv): Promise<void> {
  await installOnDemand(FOLDER, 'the downloader of cloudflared');
  process.stderr.write(`Downloading cloudflared ${VERSION} from GitHub (about 40 MB), once …\n`);
  mkdirSync(join(DOWNLOADED, '..'), { recursive: true });
  // Renamed when complete, so that an interrupted download is never run.
  const partial = `${DOWNLOADED}.${process.pid}.exe`;
  const downloader = join(FOLDER, 'node_modules/cloudflared/lib/cloudflared.js');
  await runUntilStalled(process.execPath, [downloader, 'bin', 'install', VERSION], {
    env: { ...env, CLOUDFLARED_BIN: partial },
    stallMs: STALL_MS,
  });
  if (!existsSync(partial)) throw new Error('the download of cloudflared left no file');
  renameSync(partial, DOWNLOADED);
}
