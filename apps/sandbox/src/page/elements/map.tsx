import { useEffect, useRef, useState } from 'preact/hooks';
import { boxRules } from './box-rules.ts';
import { isHostElement } from './host-element.ts';
import { Icon } from './icon.tsx';
import { Pressable } from './pressable.tsx';
import { type Location, type Point, toLocation, toPoint } from './projection.ts';
import { number, text } from './values.ts';
import type { ViewProps } from './view-props.ts';

/** Distance of the drawn streets, in pixels. */
const STREET_PX = 60;

/** A map of no real place, with the true positions of its markers. The buyer drags and zooms it. */
export function MapView({ properties, element }: ViewProps) {
  const { host } = element;
  const area = useRef<HTMLElement>(null);
  const [moved, setMoved] = useState<{ center: Location; zoom: number }>();
  const [size, setSize] = useState({ width: 0, height: 0 });
  const zoom = moved?.zoom ?? number(properties, 'zoom') ?? 4;
  const center = moved?.center ?? {
    latitude: number(properties, 'latitude') ?? 0,
    longitude: number(properties, 'longitude') ?? 0,
  };
  const middle = toPoint(center, zoom);
  const corner: Point = { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  const locationAt = (x: number, y: number) => toLocation({ x: corner.x + x, y: corner.y + y }, zoom);

  element.setRules(boxRules(properties));
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(area.current!);
    return () => observer.disconnect();
  }, []);
  // New coordinates of the extension move the map.
  useEffect(() => setMoved(undefined), [properties.latitude, properties.longitude, properties.zoom]);
  useEffect(() => {
    for (const marker of host.children) {
      if (!isHostElement(marker)) continue;
      const point = toPoint(
        {
          latitude: number(marker.properties, 'latitude') ?? 0,
          longitude: number(marker.properties, 'longitude') ?? 0,
        },
        zoom,
      );
      marker.style.transform = `translate(${Math.round(point.x - corner.x)}px, ${Math.round(point.y - corner.y)}px)`;
    }
  });

  const view = (next: { center: Location; zoom: number }) => {
    const limited = Math.min(
      number(properties, 'maxZoom') ?? 18,
      Math.max(number(properties, 'minZoom') ?? 0, next.zoom),
    );
    setMoved({ center: next.center, zoom: limited });
    const point = toPoint(next.center, limited);
    element.emit('viewchange', { members: { location: next.center, zoom: limited } });
    element.emit('boundschange', {
      members: {
        bounds: {
          northEast: toLocation({ x: point.x + size.width / 2, y: point.y - size.height / 2 }, limited),
          southWest: toLocation({ x: point.x - size.width / 2, y: point.y + size.height / 2 }, limited),
        },
      },
    });
  };
  const drag = (down: PointerEvent) => {
    const { currentTarget, clientX, clientY, pointerId } = down;
    // A marker or a button takes its own clicks.
    if (down.target !== currentTarget && !(down.target instanceof SVGElement)) return;
    (currentTarget as HTMLElement).setPointerCapture(pointerId);
    currentTarget?.addEventListener(
      'pointerup',
      (up) => {
        const [dx, dy] = [(up as PointerEvent).clientX - clientX, (up as PointerEvent).clientY - clientY];
        if (Math.hypot(dx, dy) < 4) return;
        view({ center: toLocation({ x: middle.x - dx, y: middle.y - dy }, zoom), zoom });
      },
      { once: true },
    );
  };
  const send = (event: MouseEvent, type: 'click' | 'dblclick') => {
    // A click on a marker or a button is not a click on the map.
    if (event.target instanceof HTMLElement && event.target.closest('s-map-marker')) return;
    event.stopPropagation();
    if (event.target instanceof Element && event.target.closest('button')) return;
    const { left, top } = area.current!.getBoundingClientRect();
    element.emit(type, { members: { location: locationAt(event.clientX - left, event.clientY - top) } });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: The keyboard uses the markers and the buttons.
    <section
      ref={area}
      class="map"
      aria-label={text(properties, 'accessibilityLabel') ?? 'Map'}
      onPointerDown={drag}
      onClick={(event) => send(event, 'click')}
      onDblClick={(event) => send(event, 'dblclick')}
    >
      <Streets corner={corner} width={size.width} height={size.height} />
      <slot />
      <div class="map-zoom">
        <button
          type="button"
          class="plain"
          aria-label="Zoom in"
          onClick={() => view({ center, zoom: zoom + 1 })}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="plain"
          aria-label="Zoom out"
          onClick={() => view({ center, zoom: zoom - 1 })}
        >
          <Icon name="minus" />
        </button>
      </div>
    </section>
  );
}

/** A neutral street grid that moves with the map. */
function Streets({ corner, width, height }: { corner: Point; width: number; height: number }) {
  const lines = (length: number, start: number) =>
    Array.from({ length: Math.ceil(length / STREET_PX) + 1 }, (_, index) => {
      const number = Math.floor(start / STREET_PX) + index;
      return { at: number * STREET_PX - start, isMajor: number % 4 === 0 };
    });
  const name = (isMajor: boolean) => (isMajor ? 'map-major' : 'map-minor');
  const park = { x: -(corner.x % 720), y: -(corner.y % 480) };
  return (
    <svg aria-hidden="true">
      <rect class="map-park" x={park.x + 180} y={park.y + 120} width="180" height="120" rx="10" />
      <rect class="map-park" x={park.x + 660} y={park.y + 360} width="120" height="120" rx="10" />
      {lines(width, corner.x).map(({ at, isMajor }) => (
        <line key={`x${at}`} class={name(isMajor)} x1={at} x2={at + 40} y1="0" y2={height} />
      ))}
      {lines(height, corner.y).map(({ at, isMajor }) => (
        <line key={`y${at}`} class={name(isMajor)} x1="0" x2={width} y1={at} y2={at} />
      ))}
    </svg>
  );
}

/** A pin, or the extension's own graphic, that the map places. */
export const MapMarker = ({ properties, element }: ViewProps) => (
  <Pressable properties={{ accessibilityLabel: 'Marker', ...properties }} element={element} class="map-pin">
    <slot name="graphic">
      <Icon name="location" />
    </slot>
  </Pressable>
);
