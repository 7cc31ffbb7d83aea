import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { DefinitionNode, DocumentNode } from 'graphql';

/**
 * Imports `.graphql` and `.gql` files as the CLI's loader does: the default export is the parsed document, and each
 * named operation is an export with the fragments that it uses. `#import "./file.graphql"` adds another file.
 */
export const graphqlLoader: Plugin = {
  name: 'graphql-loader',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.(graphql|gql)$/ }, async ({ path }) => {
      try {
        return { contents: await toModule(await readWithImports(path)), loader: 'js' };
      } catch (error) {
        return { errors: [{ text: (error as Error).message }] };
      }
    }),
};

/** Returns the text of the file after that of its imports, each once. */
async function readWithImports(path: string, seen = new Set<string>()): Promise<string> {
  if (seen.has(path)) return '';
  seen.add(path);
  const text = await readFile(path, 'utf8');
  const parts: string[] = [];
  for (const [, imported] of text.matchAll(/^# ?import ["']?(.+?)["']?\s*$/gm)) {
    parts.push(await readWithImports(join(dirname(path), imported!), seen));
  }
  return [...parts, text].join('\n');
}

async function toModule(text: string): Promise<string> {
  // Loaded on demand: few extensions import GraphQL.
  const { parse, visit } = await import('graphql');
  const document = parse(text, { noLocation: true });
  const fragmentsOf = (definition: DefinitionNode, found = new Set<string>()): Set<string> => {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (found.has(value)) return;
        found.add(value);
        for (const other of document.definitions) if (nameOf(other) === value) fragmentsOf(other, found);
      },
    });
    return found;
  };
  const operations = document.definitions.flatMap((definition) => {
    const name = definition.kind === 'OperationDefinition' && nameOf(definition);
    if (!name) return [];
    const used = fragmentsOf(definition);
    const fragments = document.definitions.filter(
      (other) => other.kind === 'FragmentDefinition' && used.has(other.name.value),
    );
    return [`export const ${name} = ${toCode({ ...document, definitions: [definition, ...fragments] })};`];
  });
  return [...operations, `export default ${toCode(document)};`].join('\n');
}

const nameOf = (definition: DefinitionNode): string | undefined =>
  'name' in definition ? definition.name?.value : undefined;

const toCode = (document: DocumentNode) => JSON.stringify(document);
