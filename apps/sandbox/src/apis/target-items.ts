import { isOnCartLine } from '../contract/surfaces.ts';
import type { Scene } from '../scene/scene.ts';
import { optionsFor } from './checkout/delivery.ts';

const ON_DELIVERY_OPTION = /\.(shipping|pickup-location|pickup-point)-option-item\./;

/** Returns the titles of the cart lines or delivery options that a target is rendered on; none for other targets. */
export function itemTitles(target: string, scene: Scene): readonly string[] {
  if (isOnCartLine(target)) return scene.cart.lines.map(({ title }) => title);
  if (ON_DELIVERY_OPTION.test(target)) return optionsFor(target, scene).map(({ title }) => title);
  return [];
}

/** The cart lines or delivery options of a target, by position from 1. */
export interface TargetItems {
  /** The one that the page has selected, or the first; 1 for other targets. */
  selected: number;
  others: readonly number[];
}

/** Returns the items of a target. `item` is the position that the page has selected. */
export function targetItems(target: string, scene: Scene, item: number): TargetItems {
  const positions = itemTitles(target, scene).map((_, index) => index + 1);
  const selected = positions.includes(item) ? item : 1;
  return { selected, others: positions.filter((position) => position !== selected) };
}
