import { effect } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Properties, View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { allowedSource } from './image-policy.ts';
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
  const [allowed, setAllowed] = useState(() => allowedSource(source));
  useEffect(() => effect(() => setAllowed(allowedSource(source))), [source]);
  if (source !== undefined && allowed === undefined) {
    return (
      <span class={`${classes} blocked`} role="img" aria-label={alt} title="Not loaded: no network access">
        Not loaded: no network access
      </span>
    );
  }
  return <img class={classes} src={allowed} alt={alt} loading="lazy" referrerpolicy="no-referrer" />;
}
