import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { BundleProblemError, findExtensions } from '@session-token/extension-bundler';
import { installation } from '#installation';
import { type Selection, selectExtensions } from '../extension-selection.ts';
import { readSceneFile } from '../scene-file.ts';
import { SetupError } from '../setup-error.ts';
import { parseApi } from './api-option.ts';
import { parseHosts } from './hosts-option.ts';

/** Options of every command that runs extensions. */
export interface SandboxOptions extends Selection {
  /** Variables for `process.env.NAME` in the extensions, in addition to those of their app's `.env`. */
  env: Readonly<Record<string, string>>;
  /** Hosts that extensions may call, besides the app's server. Default: none. */
  allowedHosts: readonly string[];
  /** Hosts of the app's server in the source, besides those that the sandbox knows. Default: none. */
  apiHosts: readonly string[];
  /** Origin of the developer's own server. Default: the sandbox starts its own. */
  api?: string;
  /** Absolute path of the data of the mock shop. Default: the `scene.json` next to the extension's manifest. */
  sceneFile?: string;
}

/** Context for parsing the command line. */
export interface TypedIn {
  /** The folder that relative paths start from. */
  directory: string;
  /** The environment that `--env NAME` reads. */
  environment: NodeJS.ProcessEnv;
}

/** The options, for `parseArgs`. */
export const SANDBOX_OPTIONS = {
  extension: { type: 'string', multiple: true },
  env: { type: 'string', multiple: true },
  api: { type: 'string' },
  'api-host': { type: 'string', multiple: true },
  'allow-host': { type: 'string', multiple: true },
  scene: { type: 'string' },
} as const;

const { repository } = installation;

export const SANDBOX_HELP = `\
  --extension <folder>   Runs your extension: a folder with shopify.extension.toml, or an app with
                         shopify.app.toml and all its UI extensions. Relative to the current folder.
                         Repeat it for several. Default: ${repository ? 'the extensions of this repository' : 'the current folder'}.
  --scene <file>         Data of the mock shop, instead of scene.json next to shopify.extension.toml.
  --env NAME[=value]     Sets process.env.NAME in your extension. Without =value, takes the shell's value.
                         The .env file next to shopify.app.toml is always read.
  --api <origin>         Runs your extension against your own server, such as http://localhost:3000, which
                         needs the SHOPIFY_API_KEY and SHOPIFY_API_SECRET that ${installation.commands.start} prints with this
                         option. Default: the sandbox starts ${installation.server.name}.
  --api-host <host>      Sends requests for this host to your server. Needed if your extension calls your
                         server by a domain that the app's configuration does not name. Repeatable.
  --allow-host <host>    Really sends your extension's requests to this host, such as example.com or
                         localhost:8080, even with the session token. Repeatable.`;

export interface GivenOptions {
  extension?: string[];
  env?: string[];
  api?: string;
  'api-host'?: string[];
  'allow-host'?: string[];
  scene?: string;
}

/** @throws SetupError if a value is wrong, or names no extension that can run. The message ends in `usage`. */
export async function readSandboxOptions(
  { extension, env, api, 'api-host': apiHosts = [], 'allow-host': hosts = [], scene }: GivenOptions,
  typedIn: TypedIn,
  usage: string,
): Promise<SandboxOptions> {
  const given = extension?.map((path) => resolve(typedIn.directory, path));
  const missing = given?.find((path) => !existsSync(path));
  if (missing !== undefined) throw new SetupError(`The folder ${missing} does not exist. ${usage}`);
  const selection = await select(given ?? defaultPaths(typedIn.directory));
  const allowedHosts = parseHosts('--allow-host', hosts);
  return {
    env: readEnv(env ?? [], typedIn.environment, usage),
    allowedHosts,
    apiHosts: parseHosts('--api-host', apiHosts),
    ...(api !== undefined && { api: parseApi(api, allowedHosts) }),
    ...(scene !== undefined && { sceneFile: await validScene(resolve(typedIn.directory, scene)) }),
    ...selection,
  };
}

const defaultPaths = (currentDirectory: string): string[] =>
  repository === undefined
    ? [currentDirectory]
    : findExtensions(repository).map((directory) => join(repository, directory));

/** Parses arguments. @throws SetupError with the usage if an option is unknown, or lacks its value */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    // pnpm passes on the `--` of `pnpm start -- --port 4200`.
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options }).values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. ${usage}`);
  }
}

/** A named file must exist and be valid. */
async function validScene(file: string): Promise<string> {
  if (!existsSync(file)) throw new SetupError(`The scene ${file} does not exist.`);
  const read = await readSceneFile(file);
  if (!read.ok) throw new SetupError(`${file}: ${read.problems[0]?.text}`);
  return file;
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

function readEnv(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
  usage: string,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const text of given) {
    const [, name, value = environment[name!]] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) throw new SetupError(`--env takes NAME or NAME=value. ${usage}`);
    if (value === undefined)
      throw new SetupError(`--env ${name}: the shell does not set this variable. ${usage}`);
    env[name] = value;
  }
  return env;
}
