/** The thread that answers GraphQL requests: a request that takes too long ends with the thread, not with the sandbox. */
import { parentPort } from 'node:worker_threads';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { GraphqlAnswer, GraphqlCall } from '../../contract/graphql.ts';
import { answerGraphql } from './executor.ts';
import { createShopState, type ShopState } from './mock/shop-state.ts';
import { createSchemas } from './schemas.ts';

export interface ThreadRequest {
  /** The page, which has its own mock shop. */
  pageId: string;
  /** Address of the page, which serves the placeholder images. */
  pageOrigin: string;
  call: GraphqlCall;
}

export type ThreadResponse = GraphqlAnswer;

/** Pages whose written data is kept. */
const MAX_SHOPS = 40;

const schemas = createSchemas();
/** Least recently used first. */
const shops = new Map<string, ShopState>();

function shopOf(pageId: string): ShopState {
  const shop = shops.get(pageId) ?? createShopState();
  shops.delete(pageId);
  shops.set(pageId, shop);
  if (shops.size > MAX_SHOPS) shops.delete(shops.keys().next().value!);
  return shop;
}

parentPort?.on('message', ({ pageId, pageOrigin, call }: ThreadRequest) => {
  const answer = answerGraphql(call, {
    schemas,
    state: shopOf(pageId),
    imageUrl: (name) => `${pageOrigin}${ENDPOINTS.mockImage}?name=${name}`,
  });
  parentPort?.postMessage(answer satisfies ThreadResponse);
});
