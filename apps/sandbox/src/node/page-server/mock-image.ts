import { findDrawing } from '../../scene/product-drawings.ts';
import { html } from './html.ts';

/** Drawings of the scene's products, and a tile with the first letter for every other name. */
export function mockImage(name: string): string {
  // Extensions append size parameters: `beans?width=64`.
  const [base = ''] = name.split('?');
  const drawing = findDrawing(base) ?? tile(base);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="640" height="640">${drawing}</svg>`;
}

function tile(name: string): string {
  const letter = /[a-z0-9]/i.exec(name)?.[0]?.toUpperCase() ?? '';
  const hue = [...name.slice(0, 40)].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 360;
  return html`<rect width="64" height="64" fill="hsl(${String(hue)} 25% 85%)"/>
<text x="32" y="41" font-family="system-ui,sans-serif" font-size="26" text-anchor="middle" fill="hsl(${String(hue)} 30% 35%)">${letter}</text>`
    .markup;
}
