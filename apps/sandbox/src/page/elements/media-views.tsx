import { effect } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Properties, View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { imageSource } from './image-policy.ts';
import { text } from './values.ts';

export const MEDIA_VIEWS: Record<string, View> = {
  's-icon': (properties) => (
    <span class={`text ${text(properties, 'tone') ?? ''}`}>
      <Icon name={text(properties, 'type') ?? ''} />
    </span>
  ),
  's-image': (properties) => <Image properties={properties} classes="image" />,
  's-product-thumbnail': (properties) => <Image properties={properties} classes="image thumbnail" />,
};

function Image({ properties, classes }: { properties: Properties; classes: string }): ComponentChild {
  const source = text(properties, 'src');
  const alt = text(properties, 'alt') ?? '';
  const [loaded, setLoaded] = useState(() => imageSource(source));
  useEffect(() => effect(() => setLoaded(imageSource(source))), [source]);
  if ('problem' in loaded) {
    return (
      <span class={`${classes} blocked`} role="img" aria-label={alt} title={loaded.problem}>
        {loaded.problem}
      </span>
    );
  }
  return <img class={classes} src={loaded.url} alt={alt} loading="lazy" referrerpolicy="no-referrer" />;
}
