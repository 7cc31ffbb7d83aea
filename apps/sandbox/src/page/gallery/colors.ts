/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;

let canvas: CanvasRenderingContext2D | undefined;

/** Reads a computed color. Browsers return those of newer color functions in another form, which a canvas converts. */
export function parseColor(text: string): Color {
  const [, red, green, blue, alpha = '1'] = RGB.exec(text) ?? [];
  if (red !== undefined) return [Number(red), Number(green), Number(blue), Number(alpha)];
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  }) as unknown as CanvasRenderingContext2D;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

/** The color that is seen where `top` covers the opaque color `below`. */
export const over = (top: Color, below: Color): Color => {
  const alpha = top[3];
  const mix = (index: 0 | 1 | 2) => top[index] * alpha + below[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
};

export const toHex = ([red, green, blue]: Color): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
