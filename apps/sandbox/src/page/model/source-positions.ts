import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** Rewrites the stack of an error in a bundle to the developer's sources. */
export interface SourcePositions {
  /**
   * `http://…/extension.js:1:28098` → `src/Greeting.tsx:14:9`. Drops lines that lead to no source: helpers
   * of the bundler, and the sandbox's own runtime in the worker.
   */
  inSources(stack: string): string;
}

const POSITION = /((?:https?|blob):[^\s()]+?):(\d+):(\d+)/;

/** Reads the map of the bundle that is evaluated under `scriptUrl`. */
export function createSourcePositions(map: string, scriptUrl: string): SourcePositions {
  // Without its root, which is for debuggers, the map names each source relative to the extension.
  const parse = () => new TraceMap({ ...JSON.parse(map), sourceRoot: undefined });
  let traced: TraceMap | undefined;

  function inSources(line: string): string | undefined {
    const [found, url, row, column] = POSITION.exec(line) ?? [];
    if (!found) return line;
    if (url?.startsWith('blob:')) return undefined;
    if (url !== scriptUrl) return line;
    // Columns count from 1 in a stack and from 0 in a map.
    traced ??= parse();
    const original = originalPositionFor(traced, { line: Number(row), column: Number(column) - 1 });
    if (!original.source || original.source.startsWith('<')) return undefined;
    return line.replace(found, `${original.source}:${original.line}:${original.column + 1}`);
  }

  return {
    inSources: (stack) =>
      stack
        .split('\n')
        .map(inSources)
        .filter((line) => line !== undefined)
        .join('\n'),
  };
}
