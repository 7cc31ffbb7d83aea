import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface DeployOptions {
  path?: string;
  config?: string;
  clientId?: string;
  /** Remaining arguments for `shopify app deploy`. */
  cliArgs: string[];
  /** The environment without the variables that would choose another app, or skip the build. */
  env: NodeJS.ProcessEnv;
}

/** The CLI's options that this guard decides, and their variables. */
const DECIDED = {
  path: { variable: 'SHOPIFY_FLAG_PATH', type: 'string' },
  config: { variable: 'SHOPIFY_FLAG_APP_CONFIG', type: 'string', short: 'c' },
  'client-id': { variable: 'SHOPIFY_FLAG_CLIENT_ID', type: 'string' },
  reset: { variable: 'SHOPIFY_FLAG_RESET', type: 'boolean' },
  'no-build': { variable: 'SHOPIFY_FLAG_NO_BUILD', type: 'boolean' },
} as const;

/**
 * Removes everything that chooses the app from the arguments and the environment.
 *
 * @throws {UsageError} if an option cannot be guarded, or lacks its value
 */
export function parseDeployOptions(given: readonly string[], env: NodeJS.ProcessEnv): DeployOptions {
  const args = given.filter((argument) => argument !== '--'); // pnpm passes on the one of `pnpm deploy:shopify -- …`
  const { tokens } = parseArgs({
    args,
    options: DECIDED,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Partial<Record<keyof typeof DECIDED, string>> = {};
  const taken = new Set<number>();
  const left = { ...env };
  for (const [name, { variable }] of entriesOf(DECIDED)) {
    if (env[variable]) values[name] = env[variable];
    delete left[variable];
  }
  for (const token of tokens) {
    if (token.kind !== 'option' || !isDecided(token.name)) continue;
    const value = token.value?.replace(/^=/, ''); // oclif accepts `-c=name`
    if (DECIDED[token.name].type === 'string' && !value)
      throw new UsageError(`${token.rawName} needs a value.`);
    values[token.name] = value ?? '1';
    taken.add(token.index);
    if (token.inlineValue === false) taken.add(token.index + 1);
  }
  if (isTrue(values.reset)) {
    throw new UsageError(
      '--reset links another app while deploying. Link it first: npx -y pnpm shopify app config link',
    );
  }
  if (isTrue(values['no-build'])) {
    throw new UsageError(
      '--no-build releases the bundles of an earlier build, which may have another address in them.',
    );
  }
  return {
    ...(values.path && { path: values.path }),
    ...(values.config && { config: values.config }),
    ...(values['client-id'] && { clientId: values['client-id'] }),
    cliArgs: args.filter((_argument, index) => !taken.has(index)),
    env: left,
  };
}

const entriesOf = <Key extends string, Value>(object: Record<Key, Value>) =>
  Object.entries(object) as Array<[Key, Value]>;

const isDecided = (name: string): name is keyof typeof DECIDED => Object.hasOwn(DECIDED, name);

/** Whether the value is not clearly off. */
const isTrue = (value: string | undefined) => value !== undefined && !/^(0|false|no|n|off)$/i.test(value);
