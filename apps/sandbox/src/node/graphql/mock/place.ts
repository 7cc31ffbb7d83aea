import type { GraphQLResolveInfo } from 'graphql';
import type { MockContext, MockNode } from './mock-node.ts';

/** A field's arguments. */
export type Args = Record<string, unknown>;

/** Where a value is needed. */
export interface Place {
  context: MockContext;
  info: GraphQLResolveInfo;
  node: MockNode;
  args: Args;
  seed: string;
}
