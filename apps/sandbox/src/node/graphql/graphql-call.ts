import { GRAPHQL_APIS, type GraphqlCall } from '../../contract/graphql.ts';
import type { Scene } from '../../scene/scene.ts';
import { isFields } from './mock/mock-node.ts';

/** Parses the page's call. Returns `undefined` if it has another shape: the extension decides only on `body`. */
export function parseGraphqlCall(value: Record<string, unknown>): GraphqlCall | undefined {
  const { version, body, scene, customer } = value;
  const api = GRAPHQL_APIS.find((name) => name === value.api);
  if (!api || typeof version !== 'string' || typeof body !== 'string' || !isFields(scene)) return undefined;
  if (customer !== undefined && typeof customer !== 'string') return undefined;
  // The page's own scene, which has the developer's data in it.
  return { api, version, body, scene: scene as unknown as Scene, ...(customer && { customer }) };
}
