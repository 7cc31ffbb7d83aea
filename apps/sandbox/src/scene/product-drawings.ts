/** Drawings of products. They need no network. */
const DRAWINGS = {
  beans: [
    '<path d="M20 16h24l3 8v27a4 4 0 0 1-4 4H21a4 4 0 0 1-4-4V24l3-8Z" fill="#c2703d"/>',
    '<path d="M20 16h24l3 8H17l3-8Z" fill="#8f4d26"/>',
    '<rect x="22" y="31" width="20" height="15" rx="3" fill="#fbf1e3"/>',
    '<path d="M32 34c3.6 0 5.4 2.1 5.4 4.6S35.6 43 32 43s-5.4-1.9-5.4-4.4S28.4 34 32 34Z" fill="#5a2f17"/>',
    '<path d="M31 34.5c-2 2.8 2.6 5 .6 8" fill="none" stroke="#fbf1e3" stroke-width="1.3" stroke-linecap="round"/>',
  ],
  kettle: [
    '<path d="M24 26h19l4 25a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4l4-25Z" fill="#40464f"/>',
    '<path d="M23 45c-9 1-11-5-10.5-11 .3-4-.8-7-4-8.5" fill="none" stroke="#40464f" stroke-width="3.4" stroke-linecap="round"/>',
    '<path d="M45 29c9-2 11 14 1.5 17" fill="none" stroke="#9a6a42" stroke-width="3.6" stroke-linecap="round"/>',
    '<path d="M26 26c0-4 3-6 7.5-6s7.5 2 7.5 6" fill="#2c3138"/>',
    '<circle cx="33.5" cy="17.5" r="2.6" fill="#9a6a42"/>',
  ],
  cup: [
    '<path d="M15 28h30l-2.6 19a7 7 0 0 1-7 6H24.6a7 7 0 0 1-7-6L15 28Z" fill="#8aa39b"/>',
    '<path d="M44 32c9-2 10 11-1.4 11" fill="none" stroke="#8aa39b" stroke-width="3.8"/>',
    '<ellipse cx="30" cy="28" rx="15" ry="4.2" fill="#6d857d"/>',
    '<ellipse cx="30" cy="28.4" rx="12" ry="2.8" fill="#4b2a17"/>',
    '<path d="M26 20c-2-3 2-4 0-7M34 20c-2-3 2-4 0-7" fill="none" stroke="#b9c6c1" stroke-width="1.8" stroke-linecap="round"/>',
  ],
  parcel: [
    '<path d="M14 22 32 14l18 8v22l-18 9-18-9V22Z" fill="#b98a5b"/>',
    '<path d="m14 22 18 8 18-8-18-8-18 8Z" fill="#d3a878"/>',
    '<path d="M32 30v23" fill="none" stroke="#8d6439" stroke-width="1.6"/>',
    '<path d="m22 18.5 18 8v6" fill="none" stroke="#f4e6d2" stroke-width="3"/>',
  ],
} as const;

/** The shapes of a drawing, as SVG. */
export const findDrawing = (name: string): string | undefined =>
  Object.hasOwn(DRAWINGS, name) ? DRAWINGS[name as keyof typeof DRAWINGS].join('') : undefined;

/** The drawing of a product, as a `data:` URL. */
export function drawingOf(name: keyof typeof DRAWINGS): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${findDrawing(name)}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
