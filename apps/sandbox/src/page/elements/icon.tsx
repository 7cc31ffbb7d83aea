import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ICON_NAMES } from './icon-names.ts';

/** Line icons of the page itself, on a 20 × 20 grid: they are there from the start. */
const OWN: Record<string, string> = {
  'alert-circle': 'M10 6.5v4.2M10 13.4v.1M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  'alert-triangle':
    'M10 7.5v3.6M10 13.7v.1M8.6 3.6 2.3 14.4A1.6 1.6 0 0 0 3.7 17h12.6a1.6 1.6 0 0 0 1.4-2.6L11.4 3.6a1.6 1.6 0 0 0-2.8 0Z',
  'check-circle': 'm7 10.3 2.1 2.1L13.2 8M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  info: 'M10 9.3v4.2M10 6.6v.1M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  x: 'm5.5 5.5 9 9m0-9-9 9',
  profile: 'M13.2 6.6a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0ZM3.8 17a6.2 6.2 0 0 1 12.4 0',
  lock: 'M6.5 9V6.7a3.5 3.5 0 0 1 7 0V9M5.6 9h8.8c.6 0 1.1.5 1.1 1.1v5.3c0 .6-.5 1.1-1.1 1.1H5.6c-.6 0-1.1-.5-1.1-1.1v-5.3c0-.6.5-1.1 1.1-1.1Z',
  star: 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.2l-4.5 2.4.9-5L2.8 8.1l5-.7L10 2.8Z',
  cart: 'M2.5 3h1.7c.5 0 .9.3 1 .8l1.6 7.7c.1.5.5.8 1 .8h6.6c.4 0 .8-.3 1-.7l1.5-4.8a.8.8 0 0 0-.7-1H5.6M8 16.4v.1M14 16.4v.1',
  bug: 'M6.8 9.2a3.2 3.2 0 0 1 6.4 0v3.6a3.2 3.2 0 0 1-6.4 0V9.2ZM7.6 6.6 6.2 4.4M12.4 6.6l1.4-2.2M6.8 9.6 3.6 8M13.2 9.6 16.4 8M6.8 12.2H3.3M13.2 12.2h3.5M7.3 14.4l-2.7 2.2M12.7 14.4l2.7 2.2',
  link: 'M8.6 11.4a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-.9.9M11.4 8.6a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l.9-.9',
  gallery: 'M3.5 3.5h5.2v5.2H3.5ZM11.3 3.5h5.2v5.2h-5.2ZM3.5 11.3h5.2v5.2H3.5ZM11.3 11.3h5.2v5.2h-5.2Z',
  refresh: 'M16.5 10a6.5 6.5 0 1 1-1.9-4.6L16.5 7M16.5 3.2V7h-3.8',
  chevron: 'm7.5 5 5 5-5 5',
  'chevron-down': 'm5 7.5 5 5 5-5',
  'chevron-up': 'm5 12.5 5-5 5 5',
};

/** The glyph of a name that no icon has. */
const UNKNOWN = 'M10 9.9v.2M6 9.9v.2M14 9.9v.2';

const shapes = signal<Readonly<Record<string, string>>>();
let loading: Promise<void> | undefined;

/** The drawings of all other icons, loaded when the first one is needed. */
function useShapes(isNeeded: boolean): Readonly<Record<string, string>> | undefined {
  const [loaded, setLoaded] = useState(shapes.peek());
  useEffect(() => {
    if (!isNeeded || loaded) return;
    loading ??= import('virtual:icon-shapes').then((module) => {
      shapes.value = module.default;
    });
    void loading.then(() => setLoaded(shapes.peek()));
  }, [isNeeded]);
  return loaded;
}

/** An icon by Shopify's name. A name that no surface has is a neutral glyph. */
export function Icon({ name }: { name: string }) {
  const isKnown = Object.hasOwn(ICON_NAMES, name);
  const all = useShapes(isKnown && !OWN[name]);
  const shape = OWN[name] ? undefined : all?.[name];
  if (isKnown && !OWN[name]) {
    return (
      <svg
        class="icon shape"
        viewBox="0 0 24 24"
        aria-hidden="true"
        // From a package, chosen by name: no text of the extension.
        dangerouslySetInnerHTML={{ __html: shape ?? '' }}
      />
    );
  }
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={OWN[name] ?? UNKNOWN} />
    </svg>
  );
}
