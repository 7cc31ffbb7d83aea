import type { HostContext } from '../../apis/api.ts';
import type { PosState } from './pos-state.ts';
import { takeSamplePhoto } from './sample-photo.ts';

type PosHost = Pick<HostContext, 'showNativeScreen' | 'openPinPad' | 'showPrintJob' | 'takePhoto'>;

/** What POS extensions open over the screens of POS. */
export const createPosHost = (pos: PosState): PosHost => ({
  showNativeScreen(screen) {
    pos.nativeScreen.value = screen;
  },
  openPinPad(pinPad) {
    pos.pinPad.value = pinPad;
  },
  showPrintJob(job) {
    pos.printJob.value = job;
  },
  async takePhoto(options) {
    const photo = await takeSamplePhoto(options);
    pos.photo.value = photo;
    return photo;
  },
});
