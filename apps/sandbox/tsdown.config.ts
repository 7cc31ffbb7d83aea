import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';
import { leanBundle } from '../server/build/lean-bundle.ts';
import { outputFiles } from '../server/build/output-files.ts';
import { thirdPartyNotices } from '../server/build/third-party-notices.ts';
import { emitFiles } from './build/emit-files.ts';
import { preactFiles } from './build/preact-files.ts';
import { schemaFiles, schemaPackage } from './build/schema-files.ts';
import manifest from './package.json' with { type: 'json' };
import { installation } from './src/node/installation/repository.ts';
import { buildPage } from './src/node/page-server/build-page.ts';
import { ICON_SET } from './src/node/page-server/icon-shapes.ts';

const DEPENDENCIES = Object.keys(manifest.dependencies);

const common = {
  format: 'esm',
  platform: 'node',
  // The oldest version that bin.js accepts.
  target: 'node22',
  dts: false,
  sourcemap: false,
} satisfies UserConfig;

/**
 * Builds the packed tool with everything that it needs, except for its dependencies: esbuild, whose binary differs from
 * machine to machine, and playwright-core. So installing it next to an extension brings that extension no other Preact.
 */
export default defineConfig(async () => {
  const page = await buildPage();
  return [
    {
      ...common,
      entry: {
        cli: 'src/cli.ts',
        'answer-thread': 'src/node/graphql/answer-thread.ts',
        'stop-with-parent': 'src/node/app/stop-with-parent.ts',
      },
      outDir: 'dist/sandbox',
      deps: {
        neverBundle: DEPENDENCIES,
        alwaysBundle: (id) => !DEPENDENCIES.includes(id),
        onlyBundle: false,
      },
      inputOptions: {
        resolve: {
          conditionNames: ['packed', 'node', 'import', 'default'],
          // A UMD module cannot be bundled: its `require` is not visible.
          mainFields: ['module', 'main'],
        },
      },
      plugins: [
        emitFiles({
          ...Object.fromEntries([...page.files].map(([path, content]) => [`page/${path}`, content])),
          ...preactFiles('preact/'),
          ...schemaFiles('graphql/'),
          'troubleshooting.md': readFileSync(installation.troubleshooting),
          LICENSE: readFileSync(new URL('../../LICENSE', import.meta.url)),
        }),
        thirdPartyNotices([...page.sources, ICON_SET, schemaPackage]),
      ],
      outputOptions: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', comments: false },
    },
    {
      ...common,
      entry: { main: 'src/packed-server.ts' },
      outDir: 'dist/server',
      deps: { alwaysBundle: () => true, onlyBundle: false },
      plugins: [leanBundle(), thirdPartyNotices()],
      outputOptions: outputFiles,
    },
  ];
});
