import { defineConfig } from 'tsdown';

/** Builds the package as it is published: ES modules and declarations, for Node.js, Bun, Deno and Cloudflare Workers. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    explain: 'src/explain/index.ts',
    http: 'src/http/index.ts',
    fastify: 'src/adapters/fastify.ts',
    express: 'src/adapters/express.ts',
    hono: 'src/adapters/hono.ts',
    fetch: 'src/adapters/fetch.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outDir: 'dist',
  tsconfig: 'tsconfig.build.json',
  dts: true,
  sourcemap: false,
  fixedExtension: false,
  deps: { onlyBundle: [] },
});
