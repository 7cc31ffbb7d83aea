import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type ImageSource, imageSource } from './image-policy.ts';
import { classes } from './values.ts';

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
function allowedSet(sourceSet: string): string | undefined {
  const candidates = sourceSet.split(/,\s+/).map((candidate) => {
    const [url, size = ''] = candidate.trim().split(/\s+/);
    const source = imageSource(url);
    return 'url' in source && source.url ? `${source.url} ${size}` : undefined;
  });
  return candidates.filter(Boolean).join(', ') || undefined;
}

interface Sources {
  main: ImageSource;
  set: string | undefined;
}

const resolve = (source: string | undefined, sourceSet: string | undefined): Sources => ({
  main: imageSource(source),
  set: sourceSet && allowedSet(sourceSet),
});

/** An image of the extension, a placeholder if it has none, or why the page does not load it. */
export function Image({ source, sourceSet, class: name, alt, ...rest }: ImageProps) {
  const [{ main, set }, setSources] = useState(() => resolve(source, sourceSet));
  useEffect(() => effect(() => setSources(resolve(source, sourceSet))), [source, sourceSet]);
  if (source === undefined && sourceSet === undefined) {
    return <span class={classes(name, 'placeholder')} {...(alt && { role: 'img', 'aria-label': alt })} />;
  }
  if ('problem' in main) {
    return (
      <span class={classes(name, 'blocked')} role="img" aria-label={alt || 'Image'} title={main.problem}>
        {main.problem}
      </span>
    );
  }
  return <img class={name} src={main.url} srcset={set} alt={alt} referrerpolicy="no-referrer" {...rest} />;
}
