import { defineConfig } from 'tsdown';
import { leanBundle } from './build/lean-bundle.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';

/** The whole server in one file, its dependencies included: it starts in an empty folder, and fast. */
export default defineConfig({
  entry: 'src/main.ts',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outDir: 'dist',
  dts: false,
  sourcemap: true,
  deps: { alwaysBundle: () => true, onlyBundle: false },
  plugins: [leanBundle(), thirdPartyNotices()],
  outputOptions: { codeSplitting: false, entryFileNames: 'main.js', comments: false },
});
