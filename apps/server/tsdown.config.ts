import { defineConfig } from 'tsdown';
import { billOfMaterials } from './build/bill-of-materials.ts';
import { leanBundle } from './build/lean-bundle.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';

/** Builds the server and its dependencies into one file, which starts fast and in an empty folder. */
export default defineConfig({
  entry: 'src/main.ts',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outDir: 'dist',
  dts: false,
  sourcemap: true,
  deps: { alwaysBundle: () => true, onlyBundle: false },
  plugins: [leanBundle(), thirdPartyNotices(), billOfMaterials()],
  outputOptions: { codeSplitting: false, entryFileNames: 'main.js', comments: false },
});
