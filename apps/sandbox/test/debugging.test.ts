import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleExtension, findExtensions } from '@session-token/extension-bundler';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

test.each(findExtensions(ROOT))(
  'the source map of %s has paths that debuggers can find',
  async (directory) => {
    const outcome = await bundleExtension({ directory: join(ROOT, directory), sourceMap: true });
    if (!outcome.ok) throw new Error('The extension does not build.');
    const map: { sourceRoot: string; sources: string[] } = JSON.parse(outcome.bundle.sourceMap!);
    const files = map.sources
      // The entry that the Shopify CLI generates.
      .filter((source) => source !== '<stdin>')
      .map((source) => fileURLToPath(new URL(source, map.sourceRoot)));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    // `${workspaceFolder}` of .vscode/launch.json.
    expect(files.filter((file) => relative(ROOT, file).startsWith('..'))).toEqual([]);
    expect(files.some((file) => file.startsWith(join(ROOT, directory, 'src')))).toBe(true);
  },
);

test('the launch configurations name files of the workspace', () => {
  const { configurations }: { configurations: Record<string, string>[] } = JSON.parse(
    readFileSync(join(ROOT, '.vscode/launch.json'), 'utf8'),
  );
  const inRoot = (path = '') => path.replace(/^\$\{workspaceFolder\}/, ROOT);
  const programs = configurations.filter(({ type }) => type === 'node').map(({ program }) => inRoot(program));
  expect(programs).toEqual([join(ROOT, 'apps/sandbox/src/main.ts'), join(ROOT, 'apps/server/src/dev.ts')]);
  expect(programs.filter((program) => !existsSync(program))).toEqual([]);
  const [chrome] = configurations.filter(({ type }) => type === 'chrome');
  expect(inRoot(chrome?.webRoot)).toBe(ROOT);
});
