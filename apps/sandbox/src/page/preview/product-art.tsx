import { useContext } from 'preact/hooks';
import { ImageNetworkContext } from '../elements/image.tsx';
import { imageSource } from '../elements/image-policy.ts';

/** The image of a product, unless the page may not load it. */
export function ProductArt({ source }: { source: string }) {
  const found = imageSource(source, useContext(ImageNetworkContext));
  return 'url' in found ? (
    <img class="art" src={found.url} alt="" referrerpolicy="no-referrer" />
  ) : (
    <span class="art" title={found.problem} />
  );
}
