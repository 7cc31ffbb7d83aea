import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ImageNetwork, imageSource } from './image-policy.ts';
import { classes } from './values.ts';

/** The network of the extension that chose the images. */
export const ImageNetworkContext = createContext<ImageNetwork | undefined>(undefined);

interface ImageProps {
  source: string | undefined;
  sourceSet?: string | undefined;
  sizes?: string | undefined;
  alt: string;
  class: string;
  loading?: 'eager' | 'lazy';
  onLoad?: () => void;
  onError?: () => void;
}

/** A `srcset` with the candidates that the page may load. */
function allowedSet(sourceSet: string, network: ImageNetwork | undefined): string | undefined {
  const candidates = sourceSet.split(/,\s+/).map((candidate) => {
    const [url, size = ''] = candidate.trim().split(/\s+/);
    const source = imageSource(url, network);
    return 'url' in source && source.url ? `${source.url} ${size}` : undefined;
  });
  return candidates.filter(Boolean).join(', ') || undefined;
}

/** An image of the extension, a placeholder if it has none, or why the page does not load it. */
export function Image({ source, sourceSet, class: name, alt, ...rest }: ImageProps) {
  const network = useContext(ImageNetworkContext);
  if (source === undefined && sourceSet === undefined) {
    return <span class={classes(name, 'placeholder')} {...(alt && { role: 'img', 'aria-label': alt })} />;
  }
  const main = imageSource(source, network);
  if ('problem' in main) {
    return (
      <span class={classes(name, 'blocked')} role="img" aria-label={alt || 'Image'} title={main.problem}>
        {main.problem}
      </span>
    );
  }
  return (
    <img
      class={name}
      src={main.url}
      srcset={sourceSet && allowedSet(sourceSet, network)}
      alt={alt}
      referrerpolicy="no-referrer"
      {...rest}
    />
  );
}
