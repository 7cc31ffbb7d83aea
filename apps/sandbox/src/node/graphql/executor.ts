import {
  type DocumentNode,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { GRAPHQL_API_TITLES, type GraphqlAnswer, type GraphqlCall } from '../../contract/graphql.ts';
import { type ShopifyError, toShopifyError } from './errors.ts';
import { fixturesOf } from './fixtures.ts';
import { assertDepth, createBudget, LIMITS, TOO_LARGE } from './limits.ts';
import { isFields, type MockContext, type MockNode } from './mock/mock-node.ts';
import { resolveField, resolveType } from './mock/resolvers.ts';
import { createShopState, type ShopState } from './mock/shop-state.ts';
import type { Schemas } from './schemas.ts';

export interface ExecutorOptions {
  schemas: Schemas;
  /** Kept by the caller from request to request: see `createShopState`. */
  state?: ShopState;
  /** Address of a placeholder image. */
  imageUrl(name: string): string;
}

/** The parsed body of a request. */
interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** Answers a GraphQL request from Shopify's schema, with the mock shop's data. Never throws. */
export function answerGraphql(call: GraphqlCall, options: ExecutorOptions): GraphqlAnswer {
  const warnings: string[] = [];
  const title = GRAPHQL_API_TITLES[call.api];
  const found = options.schemas.find(call.api, call.version);
  const version = found?.version ?? call.version;
  const base = { version, operation: 'query', warnings, notes: [] };
  const fail = (status: number, message: string): GraphqlAnswer => {
    warnings.push(`${title}: ${message}`);
    return { ...base, status, body: JSON.stringify({ errors: message }) };
  };
  if (!found) return fail(404, `There is no API version "${call.version.slice(0, 40)}".`);
  if (version !== call.version) {
    warnings.push(`The ${title} ${call.version} is not available here; ${version} answered.`);
  }
  const operation = parseBody(call.body);
  if (!operation) return fail(400, 'The body is not JSON with a "query".');
  const { result, name, notes } = run(found.schema, operation, call, options);
  const first = result.errors?.[0];
  if (first) warnings.push(`${title}: ${first.message}${lineOf(first)}`);
  return { ...base, operation: name, notes, status: 200, body: JSON.stringify(result) };
}

interface Result {
  data?: unknown;
  errors?: readonly ShopifyError[];
}

function run(schema: GraphQLSchema, operation: Operation, call: GraphqlCall, options: ExecutorOptions) {
  const notes = new Set<string>();
  let name = 'query';
  const finish = (result: Result) => ({ result, name, notes: [...notes] });
  const reject = (errors: readonly GraphQLError[], document?: DocumentNode) =>
    finish({ errors: errors.map((error) => toShopifyError(error, document)) });
  try {
    const document = parse(operation.query, { maxTokens: LIMITS.tokens });
    const errors = validate(schema, document, undefined, { maxErrors: 20 });
    if (errors.length > 0) return reject(errors, document);
    const selected = getOperationAST(document, operation.operationName);
    if (!selected) return reject([new GraphQLError('An operation name is required')]);
    name = nameOf(selected);
    assertDepth(document, selected);

    const budget = createBudget();
    const context: MockContext = {
      scene: call.scene,
      ...(call.customer && { customer: call.customer }),
      imageUrl: options.imageUrl,
      state: options.state ?? createShopState(),
      spend: budget.spend,
      note: (text) => void (notes.size < 20 && notes.add(text)),
    };
    const rootValue: MockNode = {
      typeName: selected.operation,
      seed: call.api,
      given: fixturesOf(call.scene.graphql, call.api, selected.name?.value),
      known: {},
    };
    const { data, errors: failures } = executeSync({
      schema,
      document,
      rootValue,
      contextValue: context,
      variableValues: operation.variables,
      operationName: operation.operationName,
      fieldResolver: resolveField as never,
      typeResolver: resolveType as never,
    });
    if (budget.isExceeded()) return reject([new GraphQLError(TOO_LARGE)]);
    return finish({
      ...(data !== undefined && { data }),
      ...(failures && { errors: failures.map((error) => toShopifyError(error)) }),
    });
  } catch (error) {
    if (error instanceof GraphQLError) return reject([error]);
    // A stack overflow: the parser and the validation are recursive.
    if (error instanceof RangeError) return reject([new GraphQLError('The query nests too deeply.')]);
    throw error;
  }
}

function parseBody(body: string): Operation | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (!isFields(parsed) || typeof parsed.query !== 'string') return undefined;
    const { query, variables, operationName } = parsed;
    return {
      query,
      variables: isFields(variables) ? variables : {},
      ...(typeof operationName === 'string' && operationName && { operationName }),
    };
  } catch {
    return undefined;
  }
}

/** `query GetProduct`. */
const nameOf = ({ operation, name }: OperationDefinitionNode) =>
  name ? `${operation} ${name.value.slice(0, 100)}` : operation;

const lineOf = ({ locations }: ShopifyError) => {
  const [first] = locations ?? [];
  return first ? ` (line ${first.line} of the query)` : '';
};
