import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Installation } from './installation.ts';

const repository = join(import.meta.dirname, '../../../../..');
const source = (path: string) => new URL(`../${path}`, import.meta.url);

/** Ignored by git, and separate for each checkout. */
const cache = join(repository, 'node_modules/.cache/session-token-sandbox');

/** The workspace packages that the app's server imports. */
const SERVER_PACKAGES = ['@session-token/shared', '@session-token/token-verify'];

/** The sandbox in this repository: it runs from source. */
export const installation: Installation = {
  commands: {
    start: 'npx -y pnpm start',
    render: 'npx -y pnpm render',
    roundtrip: 'npx -y pnpm roundtrip',
    more: 'In another folder: npx -y pnpm --dir <this repository> start --extension .',
  },
  repository,
  server: {
    name: 'apps/server',
    // Serves the API's docs as a page.
    main: new URL(import.meta.resolve('@session-token/server/src/dev.ts')),
    stopWithParent: source('app/stop-with-parent.ts'),
    docsPath: '/docs',
    sourceFolders() {
      const main = fileURLToPath(import.meta.resolve('@session-token/server/src/main.ts'));
      const { resolve } = createRequire(main);
      return [main, ...SERVER_PACKAGES.map((name) => resolve(name))].map(dirname);
    },
  },
  graphqlThread: source('graphql/answer-thread.ts'),
  // Shopify ships its schemas in this package, as compressed introspection results. It never runs here.
  graphqlSchemas: new URL('data/', import.meta.resolve('@shopify/dev-mcp')),
  preact: fileURLToPath(source('../../node_modules')),
  troubleshooting: pathToFileURL(join(repository, 'docs/troubleshooting.md')),
  async pageFiles() {
    const { loadCachedPage } = await import('../page-server/page-cache.ts');
    const { resolve } = createRequire(import.meta.url);
    const modules = ['build-page.ts', 'icon-shapes.ts'].map((name) =>
      fileURLToPath(source(`page-server/${name}`)),
    );
    return loadCachedPage({
      file: join(cache, 'page'),
      tools: [...modules, resolve('esbuild'), resolve('@iconify-json/tabler/icons.json')],
      build: async () => (await import('../page-server/build-page.ts')).buildPage(),
    });
  },
  bundledBrowser: fileURLToPath(source('../../bundled-browser')),
  keys: cache,
};
