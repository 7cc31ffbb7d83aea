import { defineConfig } from 'tsdown';
import { billOfMaterials } from './build/bill-of-materials.ts';
import { fastStart } from './build/fast-start.ts';
import { leanBundle } from './build/lean-bundle.ts';
import { outputFiles } from './build/output-files.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';

/**
 * Builds the server and its dependencies, to start fast and in an empty folder. Code that few servers use is in
 * separate files, which `main.js` loads on demand.
 */
export default defineConfig({
  entry: 'src/main.ts',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outDir: 'dist',
  dts: false,
  sourcemap: true,
  deps: { alwaysBundle: () => true, onlyBundle: false },
  plugins: [leanBundle(), fastStart(), thirdPartyNotices(), billOfMaterials()],
  outputOptions: outputFiles,
});
