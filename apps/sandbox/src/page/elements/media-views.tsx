import { useState } from 'preact/hooks';
import { boxRules } from './box-rules.ts';
import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { Image } from './image.tsx';
import { classes, number, text } from './values.ts';

const icon: View = (properties) => {
  const type = text(properties, 'type');
  if (!type) return null;
  return (
    <span
      class={classes(
        'text icon-box',
        text(properties, 'tone'),
        text(properties, 'color'),
        text(properties, 'size'),
      )}
    >
      <Icon name={type} />
    </span>
  );
};

const image: View = (properties, element) => {
  const { inlineSize, ...box } = properties;
  const ratio = text(properties, 'aspectRatio') ?? '1/1';
  const fit = text(properties, 'objectFit');
  const rules = boxRules({ ...box, overflow: 'hidden' });
  // Only an image that fills its container has the ratio.
  const aspect = /^[\d.\s/]+$/.test(ratio) ? `.image{inline-size:100%;aspect-ratio:${ratio}}` : '';
  const size = inlineSize === 'auto' ? ':host{inline-size:fit-content}' : `:host{inline-size:100%}${aspect}`;
  element.setRules(`${rules}${size}.image{object-fit:${fit === 'cover' ? 'cover' : 'contain'}}`);
  const isDecoration = /^(none|presentation)$/.test(text(properties, 'accessibilityRole') ?? '');
  return (
    <Image
      source={text(properties, 'src')}
      sourceSet={text(properties, 'srcSet')}
      sizes={text(properties, 'sizes')}
      alt={isDecoration ? '' : (text(properties, 'alt') ?? '')}
      class="image"
      loading={text(properties, 'loading') === 'lazy' ? 'lazy' : 'eager'}
    />
  );
};

const thumbnail: View = (properties) => {
  const total = number(properties, 'totalItems');
  return (
    <span class={classes('thumbnail', text(properties, 'size'))}>
      <Image
        source={text(properties, 'src')}
        sourceSet={text(properties, 'srcSet')}
        sizes={text(properties, 'sizes')}
        alt={text(properties, 'alt') ?? ''}
        class="thumbnail-image"
      />
      {total !== undefined && <span class="count">{total}</span>}
    </span>
  );
};

const SHOWN_IMAGES = 4;

const imageGroup: View = (properties, element) => {
  const images = [...element.host.children];
  const total = number(properties, 'totalItems') ?? images.length;
  const more = total - Math.min(images.length, SHOWN_IMAGES);
  for (const [index, child] of images.entries()) {
    if (child instanceof HTMLElement) child.hidden = index >= SHOWN_IMAGES;
  }
  return (
    <div class={classes('image-group', images.length === 1 && 'single')}>
      <slot />
      {more > 0 && <span class="image-group-more">+{more}</span>}
    </div>
  );
};

const avatar: View = (properties, element) => {
  const [failed, setFailed] = useState<string>();
  const source = text(properties, 'src');
  const alt = text(properties, 'alt');
  const initials = text(properties, 'initials');
  const hasImage = source !== undefined && source !== failed;
  return (
    <span
      class={classes('avatar', text(properties, 'size'))}
      {...(!hasImage && { role: 'img', 'aria-label': alt ?? initials ?? 'Avatar' })}
    >
      {hasImage ? (
        <Image
          source={source}
          alt={alt ?? ''}
          class="avatar-image"
          onLoad={() => element.emit('load')}
          onError={() => {
            setFailed(source);
            element.emit('error');
          }}
        />
      ) : (
        (initials?.slice(0, 2) ?? <Icon name="profile" />)
      )}
    </span>
  );
};

export const MEDIA_VIEWS: Record<string, View> = {
  's-avatar': avatar,
  's-icon': icon,
  's-image': image,
  's-image-group': imageGroup,
  's-product-thumbnail': thumbnail,
};
