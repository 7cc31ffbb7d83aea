import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideConfiguration } from '../../src/deploy/configuration.ts';
import { parseDeployOptions } from '../../src/deploy/options.ts';
import { createAppFolder } from './app-folder.ts';

const FILES = {
  'shopify.app.toml': 'client_id = "default"',
  'shopify.app.staging.toml': 'client_id = "staging"',
  'shopify.app.staging-eu.toml': 'client_id = "eu"',
  'shopify.app.unlinked.toml': 'client_id = ""',
  'shopify.app.twin-1.toml': 'client_id = "twin"',
  'shopify.app.twin-2.toml': 'client_id = "twin"',
  'apps/server/package.json': '{}',
};

type Folder = ReturnType<typeof createAppFolder>;

function decide(folder: Folder, args: string[], variables: NodeJS.ProcessEnv = {}, cwd = folder.root) {
  const env = { ...folder.env, ...variables };
  const { root, file, envFile } = decideConfiguration(parseDeployOptions(args, env), { cwd, env });
  expect(root).toBe(folder.root);
  return { file, envFile };
}

/** As `app config use` writes it. */
function activate(folder: Folder, configFile: string): void {
  const settings = folder.root
    .split('.')
    .reduceRight<object>((inner, part) => ({ [part]: inner }), { directory: folder.root, configFile });
  folder.writeSettings(JSON.stringify(settings));
}

describe('the configuration', () => {
  test.each<[string, string[], string]>([
    ['is shopify.app.toml by default', [], 'shopify.app.toml'],
    ['is the one that --config names', ['--config', 'staging'], 'shopify.app.staging.toml'],
    ['is named with =', ['--config=staging'], 'shopify.app.staging.toml'],
    ['is named by -c', ['-c', 'staging'], 'shopify.app.staging.toml'],
    ['is named by -c without a space', ['-cstaging'], 'shopify.app.staging.toml'],
    ['is named by -c=', ['-c=staging'], 'shopify.app.staging.toml'],
    ['is named last', ['-c', 'eu', '-c', 'staging'], 'shopify.app.staging.toml'],
    ['is named as a file', ['--config', 'shopify.app.staging.toml'], 'shopify.app.staging.toml'],
    ['is named as the default file', ['--config', 'shopify.app.toml'], 'shopify.app.toml'],
    ['is named in words', ['--config', ' Staging_EU! '], 'shopify.app.staging-eu.toml'],
    ['is that of --client-id', ['--client-id', 'eu'], 'shopify.app.staging-eu.toml'],
  ])('%s', (_what, args, file) => {
    using folder = createAppFolder(FILES);
    expect(decide(folder, args).file).toBe(file);
  });

  test('comes with the variables that the CLI reads for it', () => {
    using folder = createAppFolder(FILES);
    expect(decide(folder, [])).toMatchObject({ envFile: '.env' });
    expect(decide(folder, ['-c', 'staging-eu'])).toMatchObject({ envFile: '.env.staging-eu' });
  });

  test('is the one that `app config use` chose, unless the command names another', () => {
    using folder = createAppFolder(FILES);
    activate(folder, 'shopify.app.staging.toml');
    expect(decide(folder, []).file).toBe('shopify.app.staging.toml');
    expect(decide(folder, ['-c', 'shopify.app.toml']).file).toBe('shopify.app.toml');
    expect(decide(folder, ['--client-id', 'eu']).file).toBe('shopify.app.staging-eu.toml');
  });

  test('is not that of another folder', () => {
    using other = createAppFolder(FILES);
    using folder = createAppFolder(FILES);
    folder.writeSettings(JSON.stringify({ [other.root]: { configFile: 'shopify.app.staging.toml' } }));
    expect(decide(folder, []).file).toBe('shopify.app.toml');
  });

  test('is the one of the CLI’s variables, unless an option says otherwise', () => {
    using folder = createAppFolder(FILES);
    const variables = { SHOPIFY_FLAG_APP_CONFIG: 'staging' };
    expect(decide(folder, [], variables).file).toBe('shopify.app.staging.toml');
    expect(decide(folder, ['-c', 'staging-eu'], variables).file).toBe('shopify.app.staging-eu.toml');
    expect(decide(folder, [], { SHOPIFY_FLAG_CLIENT_ID: 'eu' }).file).toBe('shopify.app.staging-eu.toml');
  });

  test('is looked for in --path, and in the folders above it', () => {
    using folder = createAppFolder(FILES);
    const inside = join(folder.root, 'apps/server');
    expect(decide(folder, [], {}, inside).file).toBe('shopify.app.toml');
    expect(decide(folder, ['--path', inside], {}, '/').file).toBe('shopify.app.toml');
    expect(decide(folder, [], { SHOPIFY_FLAG_PATH: inside }, '/').file).toBe('shopify.app.toml');
    expect(decide(folder, ['--path', '..'], {}, inside).file).toBe('shopify.app.toml');
  });
});

describe('rejects', () => {
  test.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['a missing configuration', ['-c', 'gone'], {}, 'shopify.app.gone.toml does not exist'],
    ['one without an app', ['-c', 'unlinked'], {}, 'not linked'],
    [
      'a client id of no configuration',
      ['--client-id', 'other'],
      {},
      'No shopify.app*.toml has this client id',
    ],
    ['a client id of two', ['--client-id', 'twin'], {}, 'Name one of them'],
    ['two choices at once', ['-c', 'staging', '--client-id', 'eu'], {}, 'Keep one of them'],
    ['an option against a variable', ['-c', 'staging'], { SHOPIFY_FLAG_CLIENT_ID: 'eu' }, 'Keep one of them'],
    ['--config without a name', ['--config'], {}, '--config needs a value'],
    ['--reset', ['--reset'], {}, '--reset'],
    ['--reset by a variable', [], { SHOPIFY_FLAG_RESET: 'true' }, '--reset'],
    ['--no-build', ['--no-build'], {}, '--no-build'],
    ['--no-build by a variable', [], { SHOPIFY_FLAG_NO_BUILD: '1' }, '--no-build'],
    ['a path outside an app', ['--path', '/'], {}, 'shopify.app*.toml does not exist'],
  ])('%s', (_what, args, variables, message) => {
    using folder = createAppFolder(FILES);
    expect(() => decide(folder, args, variables)).toThrow(message);
  });

  test('an active configuration that is gone, where the CLI would ask for another', () => {
    using folder = createAppFolder(FILES);
    activate(folder, 'shopify.app.gone.toml');
    expect(() => decide(folder, [])).toThrow('shopify.app.gone.toml does not exist');
  });

  test('settings of the CLI that cannot be read, unless the command names a configuration', () => {
    using folder = createAppFolder(FILES);
    folder.writeSettings('{');
    expect(() => decide(folder, [])).toThrow('--config <name>');
    expect(decide(folder, ['-c', 'staging']).file).toBe('shopify.app.staging.toml');
  });

  test('a configuration that is not TOML', () => {
    using folder = createAppFolder({ 'shopify.app.toml': 'client_id = ' });
    expect(() => decide(folder, [])).toThrow('shopify.app.toml cannot be read');
  });
});

test('SHOPIFY_FLAG_RESET=0 is off', () => {
  expect(parseDeployOptions([], { SHOPIFY_FLAG_RESET: '0', SHOPIFY_FLAG_NO_BUILD: 'false' }).cliArgs).toEqual(
    [],
  );
});
