import type { GraphqlCall } from '../../src/contract/graphql.ts';
import { answerGraphql } from '../../src/node/graphql/executor.ts';
import { createShopState } from '../../src/node/graphql/mock/shop-state.ts';
import { createSchemas } from '../../src/node/graphql/schemas.ts';
import { DEFAULT_SCENE } from '../../src/scene/scene.ts';

export const schemas = createSchemas();

interface Call extends Partial<GraphqlCall> {
  variables?: Record<string, unknown>;
  operationName?: string;
  /** The developer's data, as in `scene.json`. */
  graphql?: Record<string, unknown>;
}

/** Sends queries to one mock shop, which keeps what mutations write. */
export function createShop() {
  const state = createShopState();
  return function send(query: string, { variables, operationName, graphql = {}, ...call }: Call = {}) {
    const body = JSON.stringify({ query, variables, operationName });
    const answer = answerGraphql(
      {
        api: 'storefront',
        version: '2026-07',
        body,
        scene: { ...DEFAULT_SCENE, graphql },
        customer: '42',
        ...call,
      },
      { schemas, state, imageUrl: (name) => `http://127.0.0.1/mock-image.svg?name=${name}` },
    );
    return { ...answer, ...JSON.parse(answer.body) };
  };
}
