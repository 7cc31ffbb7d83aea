import type { Rolldown } from 'tsdown';

/** Never used: the OpenAPI document is served as JSON alone. */
const LEFT_OUT = new Set(['yaml']);
const EMPTY = '\0left-out';

/** Keeps out of the bundle what the process would load, and hold in memory, for nothing. */
export function leanBundle(): Rolldown.Plugin {
  return {
    name: 'lean-bundle',
    resolveId: (id) => (LEFT_OUT.has(id) ? EMPTY : null),
    load: (id) => (id === EMPTY ? 'export default undefined;' : null),
    // With one character above U+00FF in it, V8 holds the whole file at two bytes a character.
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
