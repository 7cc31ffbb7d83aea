import { expect, test } from 'vitest';
import { deploy } from '../../src/deploy/deploy.ts';
import { assertCommand, commandWords } from '../../src/run-command.ts';
import { createAppFolder } from './app-folder.ts';

const API = 'https://api.shop.dev';
const MANIFEST = `api_version = "2026-07"
[[extensions]]
type = "ui_extension"
name = "a"
handle = "a"
[[extensions.targeting]]
target = "purchase.checkout.block.render"
module = "./index.ts"
`;
const FILES = {
  'shopify.app.toml': `client_id = "a"\napplication_url = "${API}"\nextension_directories = ["apps/*"]`,
  'shopify.app.staging.toml': `client_id = "b"\napplication_url = "https://staging.shop.dev"\nextension_directories = ["apps/*"]`,
  '.env.staging': 'APP_URL=https://staging.shop.dev\nAPI_KEY=0',
  'apps/block/shopify.extension.toml': MANIFEST,
  'apps/block/index.ts': 'export default () => fetch(process.env.APP_URL);',
  'apps/function/shopify.extension.toml': '[[extensions]]\ntype = "function"',
};

/** Deploys with a CLI that only records how it was called. */
async function run(args: string[], variables: NodeJS.ProcessEnv, files: Record<string, string> = FILES) {
  using folder = createAppFolder(files);
  const calls: Array<{ args: readonly string[]; env?: NodeJS.ProcessEnv | undefined }> = [];
  const lines: string[] = [];
  const exitCode = await deploy({
    args,
    env: { ...folder.env, ...variables },
    cwd: folder.root,
    say: (line) => lines.push(line),
    runCli: async (cliArgs, { env } = {}) => {
      calls.push({ args: cliArgs, env });
      return 7;
    },
  });
  expect(calls).toHaveLength(1);
  return { exitCode, said: lines.join('\n'), ...calls[0]!, root: folder.root };
}

test('names the configuration to the CLI, builds with its address, and hands on the exit code', async () => {
  const call = await run(['--allow-updates', '--version', '1'], { APP_URL: API });
  expect(call).toMatchObject({
    exitCode: 7,
    args: [
      'app',
      'deploy',
      '--path',
      call.root,
      '--config',
      'shopify.app.toml',
      '--allow-updates',
      '--version',
      '1',
    ],
    env: { APP_URL: API },
    said: `Deploying shopify.app.toml; extensions are built with APP_URL=${API} (from the shell).`,
  });
});

test('takes the address of a configuration from its own file of variables', async () => {
  const call = await run(['--', '-c', 'staging', '--no-release'], {});
  expect(call.args.slice(-3)).toEqual(['--config', 'shopify.app.staging.toml', '--no-release']);
  expect(call.env).toMatchObject({ APP_URL: 'https://staging.shop.dev' });
});

test('leaves no variable that chooses another app to the CLI', async () => {
  const { env } = await run([], {
    APP_URL: API,
    SHOPIFY_FLAG_APP_CONFIG: 'shopify.app.toml',
    SHOPIFY_FLAG_RESET: '0',
  });
  expect(Object.keys(env!).filter((name) => name.startsWith('SHOPIFY_FLAG_'))).toEqual([]);
});

test('warns when application_url is on another host', async () => {
  const { said } = await run([], { APP_URL: 'https://extensions.shop.dev' });
  expect(said).toContain('Warning: application_url is https://api.shop.dev');
});

test('answers --help without an app', async () => {
  expect((await run(['--help'], {}, {})).args).toEqual(['app', 'deploy', '--help']);
});

test.each<[string, Record<string, string>, NodeJS.ProcessEnv, string]>([
  ['no address', {}, {}, 'APP_URL is set neither in the shell nor in .env'],
  ['a tunnel', {}, { APP_URL: 'https://a.trycloudflare.com' }, 'a development session'],
  [
    'a tunnel as application_url',
    { 'shopify.app.toml': 'client_id = "a"\napplication_url = "https://a.ngrok.dev"' },
    { APP_URL: API },
    'application_url is an address of a development session',
  ],
  [
    'a bundle that reads another variable',
    { 'apps/block/index.ts': 'export default () => process.env.SHOPIFY_API_SECRET;' },
    { APP_URL: API, SHOPIFY_API_SECRET: 'set' },
    'apps/block reads process.env.SHOPIFY_API_SECRET',
  ],
  [
    'a bundle that reads the whole environment',
    { 'apps/block/index.ts': 'const { APP_URL } = process.env; export default () => APP_URL;' },
    { APP_URL: API },
    'apps/block reads process.env',
  ],
  [
    'a bundle that reads it by a name in quotes',
    { 'apps/block/index.ts': 'export default () => process["env"][String(1)];' },
    { APP_URL: API },
    'apps/block reads process.env',
  ],
  [
    'an extension that does not build',
    { 'apps/block/index.ts': 'export default' },
    { APP_URL: API },
    'apps/block Unexpected end of file',
  ],
  [
    'a manifest that cannot be read',
    { 'apps/block/shopify.extension.toml': '[[extensions' },
    { APP_URL: API },
    'apps/block Invalid TOML',
  ],
])('rejects %s', async (_what, files, variables, message) => {
  await expect(run([], variables, { ...FILES, ...files })).rejects.toThrow(message);
});

test.each([
  [
    ['app', 'deploy', '--x'],
    ['app', 'deploy'],
  ],
  [['app:deploy'], ['app', 'deploy']],
  [['app', '--path', 'deploy'], ['app']],
  [
    ['app', 'config', 'use', 'deploy'],
    ['app', 'config', 'use', 'deploy'],
  ],
])('reads the words of %j', (args, words) => {
  expect(commandWords(args)).toEqual(words);
});

test.each(['app deply', 'app:deploys', 'deploy', 'ap deploy'])(
  'rejects %s, which the CLI would correct',
  (line) => {
    expect(() => assertCommand(commandWords(line.split(' ')), ['app:dev', 'app:deploy'])).toThrow(
      'has no command',
    );
  },
);

test.each(['app dev', 'app', 'app dev clean', '', '--version'])('passes on %j', (line) => {
  expect(() => assertCommand(commandWords(line.split(' ')), ['app:dev', 'app:deploy'])).not.toThrow();
});
