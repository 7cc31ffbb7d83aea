import type { Rolldown } from 'tsdown';

/** Files that the server loads on demand, by a path of the module that it imports. */
const ON_DEMAND: Readonly<Record<string, RegExp>> = {
  'postgres.js': /\/node_modules\/pg\//,
  'tracing.js': /\/observability\/tracing\//,
};

/** Names the files next to `main.js`, without hashes: they are always deployed together. */
export function chunkFileName({ name, facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const path = facadeModuleId?.replaceAll('\\', '/') ?? '';
  return Object.entries(ON_DEMAND).find(([, module]) => module.test(path))?.[0] ?? `${name}.js`;
}
