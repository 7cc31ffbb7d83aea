/** Web Mercator: how maps place coordinates (EPSG:3857). */
export interface Point {
  x: number;
  y: number;
}

export interface Location {
  latitude: number;
  longitude: number;
}

/** Pixels of the whole world at a zoom level. */
const worldSize = (zoom: number): number => 256 * 2 ** zoom;

/** The largest latitude that Web Mercator shows. */
const MAX_LATITUDE = 85.0511;

export function toPoint({ latitude, longitude }: Location, zoom: number): Point {
  const size = worldSize(zoom);
  const limited = Math.min(MAX_LATITUDE, Math.max(-MAX_LATITUDE, latitude));
  const sine = Math.sin((limited * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

export function toLocation({ x, y }: Point, zoom: number): Location {
  const size = worldSize(zoom);
  const angle = Math.PI * (1 - (2 * y) / size);
  return {
    latitude: (Math.atan(Math.sinh(angle)) * 180) / Math.PI,
    longitude: (x / size) * 360 - 180,
  };
}
