import type { Rolldown } from 'tsdown';

/** Packages that the server never uses: it serves the OpenAPI document as JSON only. */
const LEFT_OUT = new Set(['yaml']);
const EMPTY = '\0left-out';

/** Leaves code out of the bundle that the process would load without using it. */
export function leanBundle(): Rolldown.Plugin {
  return {
    name: 'lean-bundle',
    resolveId: (id) => (LEFT_OUT.has(id) ? EMPTY : null),
    load: (id) => (id === EMPTY ? 'export default undefined;' : null),
    // A single character above U+00FF makes V8 store the whole file with two bytes per character.
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.code = output.code.replaceAll(/[^\0-\x7f]/g, escapeCodeUnit);
      }
    },
  };
}

function escapeCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
