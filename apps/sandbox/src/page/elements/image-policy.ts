import { signal } from '@preact/signals';

/**
 * Whether the page loads an extension's images from the network. Without network access it must not: an
 * image URL could carry data out.
 */
export const loadsRemoteImages = signal(false);

/** The image's URL if the page may load it. `data:` URLs need no network. */
export function allowedSource(source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  return loadsRemoteImages.value || /^data:image\//i.test(source.trim()) ? source : undefined;
}
