import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uniqueIds } from '../src/node/extension-selection.ts';
import { parseCommandLine } from '../src/node/terminal/command-line.ts';
import { currentFolder } from '../src/node/terminal/current-folder.ts';

const manifest = (type: string, handle: string, target: string) => `api_version = "2026-07"
[[extensions]]
type = "${type}"
name = "${handle}"
handle = "${handle}"
[[extensions.targeting]]
target = "${target}"
module = "./src/Block.ts"
`;

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'extension-selection-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('app/shopify.app.toml', '');
  write(
    'app/extensions/block/shopify.extension.toml',
    manifest('ui_extension', 'block', 'pos.home.tile.render'),
  );
  write(
    'app/extensions/discount/shopify.extension.toml',
    manifest('function', 'discount', 'purchase.discount'),
  );
  write(
    'app/extensions/admin/shopify.extension.toml',
    manifest('ui_extension', 'admin', 'admin.product-details.block.render'),
  );
  write('broken/shopify.app.toml', 'name =');
  mkdirSync(join(root, 'empty'));
});
afterAll(() => rmSync(root, { recursive: true }));

const parse = (args: string[], environment = {}) => parseCommandLine(args, { directory: root, environment });

describe('--extension', () => {
  test('selects the UI extensions of an app, and skips the others by name', async () => {
    expect(await parse(['--extension', 'app'])).toMatchObject({
      extensions: [{ id: 'block', source: { directory: join(root, 'app/extensions/block') } }],
      skipped: [
        { name: 'discount', reason: 'type "function"' },
        { name: 'admin', reason: 'its target is admin.product-details.block.render' },
      ],
    });
  });

  test('selects an extension once that is named twice', async () => {
    const { extensions } = await parse(['--extension', 'app', '--extension', 'app/extensions/block']);
    expect(extensions).toHaveLength(1);
  });

  test.each([
    ['nope', /^The folder .*nope does not exist/],
    ['empty', /^No UI extension in .*empty\. Expected shopify\.extension\.toml/],
    ['app/extensions/discount', /Only extensions that do not run here: discount \(type "function"\)/],
    ['broken', /shopify\.app\.toml:1: /],
  ])('rejects %s', async (path, message) => {
    await expect(parse(['--extension', path])).rejects.toThrow(message);
  });
});

test('--env takes a value, or the one of the shell', async () => {
  const { env } = await parse(['--env', 'A=1=2', '--env', 'B', '--env', 'C='], {
    B: 'shell',
    D: 'not named',
  });
  expect(env).toEqual({ A: '1=2', B: 'shell', C: '' });
  await expect(parse(['--env', 'E'])).rejects.toThrow('--env E: the shell does not set this variable');
  await expect(parse(['--env', 'not a name=1'])).rejects.toThrow('--env takes NAME or NAME=value');
});

describe('ids', () => {
  const ids = (...extensions: [directory: string, handle?: string][]) =>
    uniqueIds(
      extensions.map(([directory, handle]) => ({ source: { directory }, ...(handle && { handle }) })),
    );

  test('are the names of the folders', () => {
    expect(ids(['/app/extensions/block'], ['/app/extensions/tile'])).toEqual(['block', 'tile']);
  });

  test('have as much of the path as tells folders with one name apart', () => {
    expect(ids(['/a/extensions/block'], ['/b/extensions/block'], ['/b/extensions/tile'])).toEqual([
      'a/extensions/block',
      'b/extensions/block',
      'tile',
    ]);
    expect(ids(['/block'], ['/extensions/block'])).toEqual(['block', 'extensions/block']);
  });

  test('have the handle if a file has several extensions, and a number if it is used twice', () => {
    expect(ids(['/ui', 'tile'], ['/ui', 'modal'], ['/ui', 'modal'])).toEqual([
      'ui/tile',
      'ui/modal',
      'ui/modal-2',
    ]);
  });
});

test.each([
  ['start', '/typed/here'],
  ['e2e', '/package'],
  [undefined, '/package'],
])('the current folder in the script %s is %s', (npm_lifecycle_event, folder) => {
  const env = { INIT_CWD: '/typed/here', ...(npm_lifecycle_event && { npm_lifecycle_event }) };
  expect(currentFolder({ env, cwd: () => '/package' })).toBe(folder);
});
