import type { HostContext } from '../src/apis/api.ts';
import { customerPrivacy } from '../src/apis/buyer/customer-privacy.ts';
import { changes } from '../src/apis/checkout/changes.ts';
import { initialScene, type Scene, type ScenePatch } from '../src/scene/scene.ts';

type Apply = (page: HostContext, change: unknown) => ApplyResult;

export interface ApplyResult {
  type: string;
  message?: string;
  errors?: { field?: string; message: string }[] | null;
}

/** A checkout whose functions are called as the worker of an extension calls them. */
export function mockCheckout(patch: ScenePatch = {}) {
  let scene = initialScene({}, patch);
  const page = {
    get scene() {
      return scene;
    },
    updateScene(change: (scene: Scene) => Scene) {
      scene = change(scene);
    },
  } as HostContext;
  const host = { ...changes.host, ...customerPrivacy.host } as unknown as Record<string, Apply>;
  return {
    get scene() {
      return scene;
    },
    apply: (name: string, change: unknown) => host[name]!(page, change),
  };
}

export const SUCCESS = { type: 'success' };
export const lineId = (id: number) => `gid://shopify/CartLine/${id}`;
export const variantId = (id: number | string) => `gid://shopify/ProductVariant/${id}`;
