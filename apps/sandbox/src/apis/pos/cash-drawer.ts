import type { Api } from '../api.ts';

/** The cash drawer, which the page draws. */
export const cashDrawer: Api = {
  host: {
    'cashDrawer.open': (page) =>
      page.updateScene((scene) => ({ ...scene, pos: { ...scene.pos, isCashDrawerOpen: true } })),
  },
};
