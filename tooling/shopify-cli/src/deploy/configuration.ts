import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, type TomlTable } from 'smol-toml';
import { UsageError } from '../usage-error.ts';
import { findActiveConfiguration } from './active-configuration.ts';
import type { DeployOptions } from './options.ts';

const APP_FILES = 'shopify.app*.toml';
const APP_FILE = /^shopify\.app(?:\.([-\w]+))?\.toml$/;

/** The configuration to deploy. It is decided once, checked, and passed to the CLI. */
export interface Configuration {
  /** The folder of the app. */
  root: string;
  /** Such as `shopify.app.staging.toml`. */
  file: string;
  /** The file that the CLI reads variables from, such as `.env.staging`. */
  envFile: string;
  content: TomlTable;
}

/**
 * Decides which configuration `shopify app deploy` would use: that of `--config`, that of `--client-id`, the one chosen
 * with `app config use`, or `shopify.app.toml`.
 *
 * @throws {UsageError} if the choice is ambiguous, or the configuration is not linked to an app
 */
export function decideConfiguration(
  { path, config, clientId }: DeployOptions,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Configuration {
  if (config && clientId) {
    throw new UsageError(
      'Both a configuration and a client id are given (SHOPIFY_FLAG_… included). Keep one of them.',
    );
  }
  const root = findRoot(resolve(cwd, path ?? '.'));
  const file = config
    ? fileOf(config)
    : ((clientId && fileOfClient(root, clientId)) ??
      findActiveConfiguration(root, env) ??
      'shopify.app.toml');
  const [, name] = APP_FILE.exec(file) ?? [];
  if (!existsSync(join(root, file))) throw new UsageError(`${file} does not exist in ${root}.`);
  const content = readToml(root, file);
  if (!content.client_id) {
    throw new UsageError(
      `${file} is not linked to an app. Link it first: npx -y pnpm shopify app config link`,
    );
  }
  return { root, file, envFile: name ? `.env.${name}` : '.env', content };
}

/** Returns the folder at or above `start` that holds a configuration, as the CLI looks for it. */
function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (globSync(APP_FILES, { cwd: folder }).length > 0) return folder;
    if (folder === dirname(folder))
      throw new UsageError(`${APP_FILES} does not exist in ${start} or above it.`);
  }
}

/** Returns the file of `--config`, which is a file name or the name in it. */
function fileOf(config: string): string {
  if (APP_FILE.test(config)) return config;
  const name = config
    .toLowerCase()
    .trim()
    .replace(/[^\w\s-]/g, '')
    .replace(/[\s_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `shopify.app.${name}.toml`;
}

/** Returns the configuration with this client id. The CLI would deploy the active configuration to that app instead. */
function fileOfClient(root: string, clientId: string): string {
  const files = globSync(APP_FILES, { cwd: root }).filter((file) => APP_FILE.test(file));
  const [found, ...others] = files.filter((file) => readToml(root, file).client_id === clientId);
  if (!found)
    throw new UsageError(
      'No shopify.app*.toml has this client id. Link one: npx -y pnpm shopify app config link',
    );
  if (others.length === 0) return found;
  throw new UsageError(
    `${[found, ...others].join(' and ')} have this client id. Name one of them: --config <name>`,
  );
}

function readToml(root: string, file: string): TomlTable {
  try {
    return parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}
