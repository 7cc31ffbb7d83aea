import type { HostContext } from '../src/apis/api.ts';
import { currentCart } from '../src/apis/pos/cart/current.ts';
import { hostFunctions } from '../src/apis/registry.ts';
import { DEFAULT_STATE, type UrlState } from '../src/contract/url-state.ts';
import { DEFAULT_SCENE, type Scene } from '../src/scene/scene.ts';

/** A page of POS whose scene and controls the functions of the APIs change. */
export function posPage({ scene = DEFAULT_SCENE, ...controls }: Partial<UrlState> & { scene?: Scene } = {}) {
  const functions = hostFunctions('pos');
  const page = {
    target: 'pos.home.modal.render',
    state: { ...DEFAULT_STATE, ...controls },
    scene,
    updateScene(change: (scene: Scene) => Scene) {
      page.scene = change(page.scene);
    },
    setControls(changes: object) {
      page.state = { ...page.state, ...changes };
    },
  };
  const run = (path: string, ...args: unknown[]) =>
    (functions.get(path) as (page: HostContext, ...args: unknown[]) => unknown)(
      page as unknown as HostContext,
      ...args,
    );
  return {
    page,
    run,
    /** Calls a function as a worker does: with clones of its arguments. */
    call: async (path: string, ...args: unknown[]): Promise<unknown> => run(path, ...structuredClone(args)),
    cart: () => currentCart(page.scene, page.state),
  };
}
