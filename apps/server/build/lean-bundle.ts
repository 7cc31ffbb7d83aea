import type { Rolldown } from 'tsdown';

/** What the bundle contains instead of a package. */
const REPLACED: Readonly<Record<string, string>> = {
  // The server serves the OpenAPI document as JSON only.
  yaml: 'export default undefined;',
  // ioredis passes each command to it, with the password, and it would print them for `DEBUG=*`.
  debug:
    'const debug = () => Object.assign(() => {}, { enabled: false }); module.exports = Object.assign(debug, { default: debug });',
};
const PREFIX = '\0replaced:';

/** Leaves code out of the bundle that the process would load without using it. */
export function leanBundle(): Rolldown.Plugin {
  return {
    name: 'lean-bundle',
    resolveId: (id) => (Object.hasOwn(REPLACED, id) ? PREFIX + id : null),
    load: (id) => (id.startsWith(PREFIX) ? REPLACED[id.slice(PREFIX.length)] : null),
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
