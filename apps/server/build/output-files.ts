import type { Rolldown } from 'tsdown';

/** Files that the server loads on demand, by a path of the module that it imports. */
const ON_DEMAND: Readonly<Record<string, RegExp>> = {
  'postgres.js': /\/node_modules\/pg\//,
  'redis.js': /\/src\/redis\//,
  'tracing.js': /\/observability\/tracing\//,
};

/**
 * Names the files next to `main.js`, without hashes: they are always deployed together. None may import `main.js`, which
 * awaits them, so the modules that they share with it are in `shared.js`.
 */
export const outputFiles = {
  codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
  entryFileNames: 'main.js',
  chunkFileNames({ name, facadeModuleId }) {
    const path = facadeModuleId?.replaceAll('\\', '/') ?? '';
    return Object.entries(ON_DEMAND).find(([, module]) => module.test(path))?.[0] ?? `${name}.js`;
  },
  comments: false,
} satisfies Rolldown.OutputOptions;
