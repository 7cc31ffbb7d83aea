import type { CartLine } from '../../../scene/cart.ts';
import type { PosCart, PosLine } from '../../../scene/pos-cart.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { HostContext } from '../../api.ts';
import { lineUuid } from '../line-items.ts';
import { fail, textArgument } from './arguments.ts';

/** Changes the scene, unless the cart is not editable. */
export function write(page: HostContext, at: string, change: (scene: Scene) => Scene): void {
  assertEditable(page, at);
  page.updateScene(change);
}

/** `at`: the name of the function, for the error. */
export function assertEditable({ scene }: HostContext, at: string): void {
  if (!scene.pos.cart.isEditable) throw new Error(`${at}(): the cart is not editable.`);
}

export const withPosCart = (scene: Scene, cart: Partial<PosCart>): Scene => ({
  ...scene,
  pos: { ...scene.pos, cart: { ...scene.pos.cart, ...cart } },
});

export const withLines = (scene: Scene, lines: readonly CartLine[]): Scene => ({
  ...scene,
  cart: { ...scene.cart, lines },
});

/** Changes one line. */
export const withLine = (scene: Scene, id: number, change: (line: CartLine) => CartLine): Scene =>
  withLines(
    scene,
    scene.cart.lines.map((line) => (line.id === id ? change(line) : line)),
  );

/** Changes what only POS has of a line. */
export const withPosLine = (scene: Scene, id: number, pos: Partial<PosLine>): Scene =>
  withLine(scene, id, (line) => ({ ...line, pos: { ...line.pos, ...pos } }));

/** Finds the line with a `uuid`. @throws if it does not exist */
export function lineWith({ scene }: Pick<HostContext, 'scene'>, uuid: unknown, at: string): CartLine {
  const text = textArgument(uuid, 'uuid', at);
  return scene.cart.lines.find((line) => lineUuid(line) === text) ?? fail(at, 'no line item has this uuid');
}

/** The id of a line that is added. Above the ids of the catalog. */
export const nextLineId = ({ cart }: Scene) => Math.max(1000, ...cart.lines.map(({ id }) => id)) + 1;
