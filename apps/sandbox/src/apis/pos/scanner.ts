import type { Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';

/** Scans, which come from the page's scan control, and the camera scanner, which the page draws. */
export const scanner: Api = {
  values: ({ scene: { pos } }) => ({
    'scanner.scannerData.current': pos.scan,
    'scanner.sources.current': pos.scannerSources,
  }),
  host: {
    'scanner.showCameraScanner'(page) {
      if (!page.scene.pos.scannerSources.includes('camera'))
        throw new Error('The device has no camera scanner.');
      page.updateScene((scene) => withScanner(scene, true));
    },
    'scanner.hideCameraScanner': (page) => page.updateScene((scene) => withScanner(scene, false)),
  },
};

const withScanner = (scene: Scene, isCameraScannerOpen: boolean): Scene => ({
  ...scene,
  pos: { ...scene.pos, isCameraScannerOpen },
});
