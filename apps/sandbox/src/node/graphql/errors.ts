import { type ASTNode, BREAK, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';

/** An error as Shopify returns it (GraphQL specification §7.1.2, and graphql-ruby's `extensions`). */
export interface ShopifyError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

interface Translation {
  pattern: RegExp;
  message(...parts: string[]): string;
  extensions(...parts: string[]): Record<string, unknown>;
}

/** The messages that extensions meet most, in Shopify's words. All others keep the words of graphql-js. */
const TRANSLATIONS: readonly Translation[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"\./,
    message: (field, type) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: (fieldName, typeName) => ({ code: 'undefinedField', typeName, fieldName }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"\./,
    message: (argument, field) => `Field '${field}' doesn't accept argument '${argument}'`,
    extensions: (argumentName, name) => ({
      code: 'argumentNotAccepted',
      name,
      typeName: 'Field',
      argumentName,
    }),
  },
  {
    pattern: /^(?:Argument "\w+\.(\w+)\((\w+):\)"|Field "(\w+)" argument "(\w+)") of type ".*" is required/,
    message: (a, b, c, d) => `Field '${a || c}' is missing required arguments: ${b || d}`,
    extensions: (a, b, c, d) => ({
      code: 'missingRequiredArguments',
      className: 'Field',
      name: a || c,
      arguments: b || d,
    }),
  },
  {
    pattern: /^Field "(\w+)" of type "(.+?)" must have a selection of subfields/,
    message: (field, type) =>
      `Field must have selections (field '${field}' returns ${type} but has no selections. Did you mean '${field} { ... }'?)`,
    extensions: (field, typeName) => ({ code: 'selectionMismatch', nodeName: `field '${field}'`, typeName }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    message: (name, operation) =>
      `Variable $${name} is used by ${operation || 'anonymous query'} but not declared`,
    extensions: (variableName) => ({ code: 'variableNotDefined', variableName }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    message: (name, operation) =>
      `Variable $${name} is declared by ${operation || 'anonymous query'} but not used`,
    extensions: (variableName) => ({ code: 'variableNotUsed', variableName }),
  },
  {
    pattern: /^Variable "\$(\w+)" of required type "(.+)" was not provided/,
    message: (name, type) => `Variable $${name} of type ${type} was provided invalid value`,
    extensions: () => ({
      code: 'INVALID_VARIABLE',
      value: null,
      problems: [{ path: [], explanation: 'Expected value to not be null' }],
    }),
  },
  {
    pattern: /^Variable "\$(\w+)" of type "(.+?)" used in position expecting type "(.+?)"/,
    message: (name, type, expected) => `Type mismatch on variable $${name} (${type} / ${expected})`,
    extensions: (variableName, typeName) => ({ code: 'variableMismatch', variableName, typeName }),
  },
];

/** `document`: the query of a validation error, for its path. */
export function toShopifyError(error: GraphQLError, document?: DocumentNode): ShopifyError {
  const { message, locations, extensions } = error;
  const translated = TRANSLATIONS.map((translation) => ({
    ...translation,
    match: translation.pattern.exec(message),
  })).find(({ match }) => match);
  const parts = translated?.match?.slice(1).map((part) => part ?? '') ?? [];
  const path = error.path ?? pathOf(error, document);
  const merged = translated ? translated.extensions(...parts) : extensions;
  return {
    message: translated ? translated.message(...parts) : message,
    ...(locations && { locations }),
    ...(path && { path }),
    ...(Object.keys(merged).length > 0 && { extensions: merged }),
  };
}

/** The path of a validation error, which starts with the operation: `["query GetShop", "shop"]`. */
function pathOf({ nodes }: GraphQLError, document: DocumentNode | undefined): string[] | undefined {
  const node = nodes?.[0];
  if (!node || !document) return undefined;
  let path: string[] | undefined;
  const steps: string[] = [];
  const named = (entered: ASTNode): string | undefined => {
    if (entered.kind === Kind.FIELD) return entered.alias?.value ?? entered.name.value;
    if (entered.kind === Kind.FRAGMENT_DEFINITION) return `fragment ${entered.name.value}`;
    if (entered.kind !== Kind.OPERATION_DEFINITION) return undefined;
    return [entered.operation, entered.name?.value].filter(Boolean).join(' ');
  };
  visit(document, {
    enter(entered) {
      const step = named(entered);
      if (step !== undefined) steps.push(step);
      if (entered !== node) return undefined;
      path = [...steps];
      return BREAK;
    },
    leave(left) {
      if (named(left) !== undefined) steps.pop();
    },
  });
  return path;
}
