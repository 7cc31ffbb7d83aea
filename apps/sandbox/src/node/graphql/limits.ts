import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Bounds of one request. A request of an extension comes nowhere near them; they keep a hostile one short. */
export const LIMITS = {
  /** Of the query text, in GraphQL tokens: names, punctuation, values. */
  tokens: 10_000,
  /** Nested selections. */
  depth: 30,
  /** Resolved fields, each item of a list counted. */
  fields: 20_000,
  /** Characters of all values in the response. */
  characters: 4_000_000,
};

/** Rejects an operation that nests deeper than the limit. The document must be valid: no circular fragments. */
export function assertDepth(document: DocumentNode, operation: OperationDefinitionNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const depths = new Map<string, number>();
  const depthOfFragment = (name: string): number => {
    const known = depths.get(name) ?? depthOf(fragments.get(name)!.selectionSet);
    depths.set(name, known);
    return known;
  };
  const depthOf = ({ selections }: SelectionSetNode): number =>
    Math.max(
      ...selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOfFragment(selection.name.value);
        const inner = selection.selectionSet ? depthOf(selection.selectionSet) : 0;
        return selection.kind === Kind.FIELD ? inner + 1 : inner;
      }),
    );
  if (depthOf(operation.selectionSet) > LIMITS.depth) {
    throw new GraphQLError(`The query nests deeper than ${LIMITS.depth} levels, the sandbox's limit.`);
  }
}

/** Counts what a response costs, and throws at the limit. */
export function createBudget() {
  let fields = 0;
  let characters = 0;
  let isExceeded = false;
  return {
    isExceeded: () => isExceeded,
    spend(used?: number): void {
      if (used === undefined) fields += 1;
      else characters += used;
      if (fields <= LIMITS.fields && characters <= LIMITS.characters) return;
      isExceeded = true;
      throw new GraphQLError(TOO_LARGE);
    },
  };
}

export const TOO_LARGE = `The response exceeds the sandbox's limit of ${LIMITS.fields} fields or ${LIMITS.characters} characters.`;
