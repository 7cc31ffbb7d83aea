/** Generated while the page is bundled: see src/node/page-server/icon-shapes.ts. */
declare module 'virtual:icon-shapes' {
  /** SVG content on a 24 × 24 grid, by Shopify's name of the icon. */
  const shapes: Readonly<Record<string, string>>;
  export default shapes;
}
