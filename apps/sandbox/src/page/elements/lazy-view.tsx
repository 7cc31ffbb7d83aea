import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from './host-element.ts';
import type { ViewProps } from './view-props.ts';

/** A view whose code the page loads when the first such element appears. */
function lazyView(load: () => Promise<ComponentType<ViewProps>>): View {
  let loaded: ComponentType<ViewProps> | undefined;
  let loading: Promise<void> | undefined;
  return (properties, element) => {
    const [, redraw] = useState(0);
    useEffect(() => {
      if (loaded) return;
      loading ??= load().then((component) => {
        loaded = component;
      });
      void loading.then(() => redraw((count) => count + 1));
    }, []);
    const Loaded = loaded;
    return Loaded ? <Loaded properties={properties} element={element} /> : null;
  };
}

export const LAZY_VIEWS: Record<string, View> = {
  's-map': lazyView(() => import('./map.tsx').then(({ MapView }) => MapView)),
  's-map-marker': lazyView(() => import('./map.tsx').then(({ MapMarker }) => MapMarker)),
  's-payment-icon': lazyView(() => import('./payment-icon.tsx').then(({ PaymentIcon }) => PaymentIcon)),
  's-qr-code': lazyView(() => import('./qr-code.tsx').then(({ QrCode }) => QrCode)),
};
