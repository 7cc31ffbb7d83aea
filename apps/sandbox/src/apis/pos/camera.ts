import type { PhotoOptions } from '../../contract/host-views.ts';
import type { Api } from '../api.ts';
import { fail, recordArgument } from './cart/arguments.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  denied: 'The permission to use the camera was denied.',
  canceled: 'The photo was canceled.',
  missing: 'The device has no camera.',
};

const AT = 'camera.takePhoto';
const MAX_PIXELS = 1920;

/** Takes a photo, which the page draws. `pos.camera` of the scene makes it fail. */
export const camera: Api = {
  host: {
    [AT](page, options: unknown = {}) {
      const checked = photoOptions(recordArgument(options, 'options', AT));
      const problem = PROBLEMS[page.scene.pos.camera];
      if (problem) throw new Error(problem);
      return page.takePhoto(checked);
    },
  },
};

function photoOptions({
  facingMode = 'environment',
  maxWidth,
  maxHeight,
  quality = 0.9,
}: Record<string, unknown>) {
  if (facingMode !== 'user' && facingMode !== 'environment') {
    fail(AT, "facingMode must be 'user' or 'environment'");
  }
  if (typeof quality !== 'number' || !(quality >= 0 && quality <= 1)) fail(AT, 'quality must be from 0 to 1');
  return {
    facingMode,
    maxWidth: pixels(maxWidth, 'maxWidth'),
    maxHeight: pixels(maxHeight, 'maxHeight'),
    quality,
  } satisfies PhotoOptions;
}

function pixels(value: unknown, name: string): number {
  if (value === undefined) return 1080;
  const isSize = typeof value === 'number' && value >= 1 && value <= MAX_PIXELS;
  return isSize ? Math.floor(value) : fail(AT, `${name} must be from 1 to ${MAX_PIXELS}`);
}
