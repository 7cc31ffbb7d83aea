import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { text } from './values.ts';

export const MEDIA_VIEWS: Record<string, View> = {
  's-icon': (properties) => (
    <span class={`text ${text(properties, 'tone') ?? ''}`}>
      <Icon name={text(properties, 'type') ?? ''} />
    </span>
  ),
  's-image': (properties) => (
    <img class="image" src={text(properties, 'src')} alt={text(properties, 'alt') ?? ''} loading="lazy" />
  ),
  's-product-thumbnail': (properties) => (
    <img class="image thumbnail" src={text(properties, 'src')} alt={text(properties, 'alt') ?? ''} />
  ),
};
