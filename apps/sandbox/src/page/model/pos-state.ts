import { signal } from '@preact/signals';
import type { NativeScreen, PinPad, PrintJob } from '../../contract/host-views.ts';
import type { Photo } from './sample-photo.ts';

/** What POS shows over its screens. */
export function createPosState() {
  return {
    pinPad: signal<PinPad | undefined>(undefined),
    printJob: signal<PrintJob | undefined>(undefined),
    photo: signal<Photo | undefined>(undefined),
    nativeScreen: signal<NativeScreen | undefined>(undefined),
    /** How many screens the presented modal has opened; above 1, it has a Back button. */
    modalDepth: signal(0),
  };
}

export type PosState = ReturnType<typeof createPosState>;

export function closeOverlays({ pinPad, printJob, photo, nativeScreen }: PosState): void {
  pinPad.value = undefined;
  printJob.value = undefined;
  photo.value = undefined;
  nativeScreen.value = undefined;
}
