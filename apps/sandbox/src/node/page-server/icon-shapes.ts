import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';
import { ICON_NAMES } from '../../page/elements/icon-names.ts';

interface IconSet {
  icons: Record<string, { body: string }>;
}

/** File of the icon set. */
export const ICON_SET = createRequire(import.meta.url).resolve('@iconify-json/tabler/icons.json');

/** The SVG content of every icon, by Shopify's name. */
export function readIconShapes(): Record<string, string> {
  const { icons } = JSON.parse(readFileSync(ICON_SET, 'utf8')) as IconSet;
  return Object.fromEntries(
    Object.entries(ICON_NAMES).map(([name, drawing]) => {
      const icon = icons[drawing];
      if (!icon) throw new Error(`Tabler Icons has no "${drawing}", the drawing of "${name}".`);
      // Thinner lines, as in Shopify's interfaces.
      return [name, icon.body.replaceAll('stroke-width="2"', 'stroke-width="1.6"')];
    }),
  );
}

/** Puts the drawings that the page can need into a module: the whole set has 3 MB. */
export const iconShapes: Plugin = {
  name: 'icon-shapes',
  setup(build) {
    build.onResolve({ filter: /^virtual:icon-shapes$/ }, ({ path }) => ({ path, namespace: 'icon-shapes' }));
    build.onLoad({ filter: /.*/, namespace: 'icon-shapes' }, () => ({
      contents: JSON.stringify(readIconShapes()),
      loader: 'json',
    }));
  },
};
