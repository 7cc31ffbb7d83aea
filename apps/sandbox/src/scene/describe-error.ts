import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';

/** One thing that is wrong with a value. */
export interface SchemaError {
  /** Such as `cart.lines[0].price`; empty for the value itself. */
  path: string;
  /** What was expected there, such as `must be number`. */
  message: string;
  /** The keys that the schema does not know. */
  unknownKeys: readonly string[];
}

/** Returns what is wrong with a value, in the order of its properties. Empty if the schema accepts it. */
export function schemaErrors(schema: TSchema, value: unknown): SchemaError[] {
  // The errors of a combination follow from those of its parts.
  return Errors(schema, value)
    .filter(({ keyword }) => keyword !== 'boolean' && keyword !== 'const')
    .map(({ keyword, instancePath, message, params }) => {
      const { additionalProperties = [], allowedValues } = params as {
        additionalProperties?: readonly string[];
        allowedValues?: readonly unknown[];
      };
      return {
        path: toPath(instancePath),
        message: keyword === 'enum' ? `must be one of ${allowedValues?.join(', ')}` : message,
        unknownKeys: keyword === 'additionalProperties' ? additionalProperties : [],
      };
    });
}

/** The first error as a phrase, such as `quantity must be integer`. */
export function describeFirstError(schema: TSchema, value: unknown): string | undefined {
  const [error] = schemaErrors(schema, value);
  return error && `${error.path || 'the value'} ${error.message}`;
}

/** `/lines/0/price` → `lines[0].price`. */
const toPath = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
