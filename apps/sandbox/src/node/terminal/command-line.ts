import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundleProblemError, findExtensions } from '@session-token/extension-bundler';
import { type Selection, selectExtensions } from '../extension-selection.ts';
import { DEFAULT_PORT } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';
import { parseAllowedHosts } from './allowed-hosts.ts';
import { parseApi } from './api-option.ts';

export interface CommandLine extends Selection {
  /** The page's port; 0 for any free one. Default 4100. */
  port: number;
  /** Variables for `process.env.NAME` in the extensions, in addition to those of their app's `.env`. */
  env: Readonly<Record<string, string>>;
  /** Hosts that extensions may call, besides the app's server. Default: none. */
  allowedHosts: readonly string[];
  /** Origin of the developer's own server. Default: the sandbox starts `apps/server`. */
  api?: string;
}

/** What the command line is read with. */
export interface TypedIn {
  /** The folder that relative paths start from. */
  directory: string;
  /** Where `--env NAME` takes the value from. */
  environment: NodeJS.ProcessEnv;
}

const USAGE =
  'Usage: npx -y pnpm start [--port 4100] [--extension <folder>]… [--env NAME[=value]]… [--api <origin>] [--allow-host <host>]…';

export const HELP = `${USAGE}

  --extension <folder>   Runs your extension: a folder with shopify.extension.toml, or an app with
                         shopify.app.toml and all its UI extensions. Relative to the current folder.
                         Repeat it for several. Default: the extensions of this repository.
  --env NAME[=value]     Sets process.env.NAME in your extension, by default to the shell's value.
                         The .env file next to shopify.app.toml is read without it.
  --api <origin>         Runs your extension against your own server, such as http://localhost:3000, and
                         prints the SHOPIFY_API_KEY and SHOPIFY_API_SECRET to start it with. Default: the
                         sandbox starts apps/server.
  --allow-host <host>    Lets your extension call this host, such as example.com or localhost:8080, besides
                         your app's server. Repeat it for several. Default: none.
  --port <number>        Port of the page, 0 for any free one. Default: 4100.

  In another folder: npx -y pnpm --dir <this repository> start --extension .`;

const ROOT = join(import.meta.dirname, '../../../../..');

/** @throws SetupError if the arguments are wrong, or name no extension that can run */
export async function parseCommandLine(
  args: string[],
  typedIn: TypedIn = { directory: process.cwd(), environment: process.env },
): Promise<CommandLine> {
  const { port: portText, extension, env, api, 'allow-host': hosts = [] } = parse(args);
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(`--port takes a number from 0 (any free one) to 65535. ${USAGE}`);
  }
  const given = extension?.map((path) => resolve(typedIn.directory, path));
  const missing = given?.find((path) => !existsSync(path));
  if (missing !== undefined) throw new SetupError(`The folder ${missing} does not exist. ${USAGE}`);
  const selection = await select(given ?? findExtensions(ROOT).map((directory) => join(ROOT, directory)));
  const allowedHosts = parseAllowedHosts(hosts);
  return {
    port,
    env: readEnv(env ?? [], typedIn.environment),
    allowedHosts,
    ...(api !== undefined && { api: parseApi(api, allowedHosts) }),
    ...selection,
  };
}

async function select(paths: readonly string[]): Promise<Selection> {
  try {
    const selection = await selectExtensions(paths);
    if (selection.extensions.length > 0) return selection;
    const skipped = selection.skipped.map(({ name, reason }) => `${name} (${reason})`);
    const reason =
      skipped.length > 0
        ? `Only extensions that do not run here: ${skipped.join(', ')}.`
        : 'Expected shopify.extension.toml, or shopify.app.toml with extensions.';
    throw new SetupError(`No UI extension in ${paths.join(', ')}. ${reason}`);
  } catch (error) {
    if (!(error instanceof BundleProblemError)) throw error;
    const [problem] = error.problems;
    throw new SetupError(`${problem?.file}:${problem?.line ?? 1}: ${error.message}`);
  }
}

function readEnv(given: readonly string[], environment: NodeJS.ProcessEnv): Record<string, string> {
  const env: Record<string, string> = {};
  for (const text of given) {
    const [, name, value = environment[name!]] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) throw new SetupError(`--env takes NAME or NAME=value. ${USAGE}`);
    if (value === undefined)
      throw new SetupError(`--env ${name}: the shell does not set this variable. ${USAGE}`);
    env[name] = value;
  }
  return env;
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      // pnpm passes on the `--` of `pnpm start -- --port 4200`.
      args: args.filter((arg) => arg !== '--'),
      options: {
        port: { type: 'string' },
        extension: { type: 'string', multiple: true },
        env: { type: 'string', multiple: true },
        api: { type: 'string' },
        'allow-host': { type: 'string', multiple: true },
      },
    });
    return values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. ${USAGE}`);
  }
}
