import type { Import } from './imports.ts';

const SERVER = 'apps/server/src/';

/** Code that ends up in an extension or in the server. */
const SHIPS = /^(?:packages\/[^/]+|apps\/(?!sandbox\/)[^/]+)\/src\//;
const NEVER_SHIPS = /^(?:tooling|benchmarks|apps\/sandbox)\/|\/test\//;

/** Folders of the server that know no feature. */
const PLATFORM = ['database', 'http', 'observability'];

/** Features that the rest of the server builds on: the guard, idempotent writes, the privacy queue. */
const SHARED_FEATURES = ['session-token', 'idempotency', 'privacy'];

/** Finds shipped code that imports code that never ships. */
export function findUnshippableImports(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => SHIPS.test(from) && NEVER_SHIPS.test(to))
    .map(({ from, to }) => `${from} ships and must not import ${to}`);
}

/** Finds files of the server that must not import a feature but do. */
export function findFeatureImports(imports: readonly Import[]): string[] {
  const list = `${SERVER}features.ts`;
  const features = imports
    .filter(({ from, to }) => from === list && to.endsWith('/feature.ts'))
    .map(({ to }) => folderOf(to))
    .filter((folder) => folder !== '');

  /** Only `features.ts` and other features may import a feature that is not shared. */
  function isAllowed(importer: string, imported: string): boolean {
    if (importer === imported || !features.includes(imported)) return true;
    if (PLATFORM.includes(importer)) return false;
    if (SHARED_FEATURES.includes(imported)) return true;
    return features.includes(importer) && !SHARED_FEATURES.includes(importer);
  }
  return imports
    .filter(
      ({ from, to }) => from.startsWith(SERVER) && from !== list && !isAllowed(folderOf(from), folderOf(to)),
    )
    .map(({ from, to }) => `${from} must not import the feature of ${to}`);
}

/** Finds circles of files, and of folders of the server. Each circle is listed once. */
export function findCircles(imports: readonly Import[]): string[] {
  const folders = imports
    .filter(({ from, to }) => from.startsWith(SERVER) && to.startsWith(SERVER))
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to && from !== '' && to !== '');
  return [imports, folders].flatMap(circlesOf);
}

/** Returns the folder below `apps/server/src`, or '' for a file of that folder itself and for other packages. */
function folderOf(path: string): string {
  return path.startsWith(SERVER) ? (/^([^/]+)\//.exec(path.slice(SERVER.length))?.[1] ?? '') : '';
}

/** Searches depth first: an edge back to the current path closes a circle. */
function circlesOf(imports: readonly Import[]): string[] {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const visited = new Set<string>();
  const circles = new Set<string>();
  function visit(node: string, path: readonly string[]): void {
    const start = path.indexOf(node);
    if (start >= 0) return void circles.add([...path.slice(start), node].join(' → '));
    if (visited.has(node)) return;
    visited.add(node);
    for (const { to } of targets.get(node) ?? []) visit(to, [...path, node]);
  }
  for (const node of targets.keys()) visit(node, []);
  return [...circles];
}
