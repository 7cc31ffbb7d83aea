import { targetItems } from '../../apis/target-items.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { BlockName, createScreens, ItemName } from './screens.ts';

const nameOf = (item: number): ItemName => `item-${item}`;

/**
 * Also runs an extension on the cart lines or delivery options that the page has not selected, as the surface does.
 * `open` starts it on one of them.
 */
export function createItemScreens(
  state: SandboxState,
  screens: ReturnType<typeof createScreens>,
  open: (name: ItemName, target: string) => unknown,
) {
  const itemsOf = (target: string) => targetItems(target, state.scene.peek(), state.url.peek().item);

  return {
    /** Starts and ends workers as the scene's lines and options come and go. */
    follow(): void {
      const target = screens.top('main')?.target;
      if (target === undefined) return;
      const { others } = itemsOf(target);
      const running = screens.items();
      for (const item of running) if (!others.includes(item)) screens.end(nameOf(item));
      for (const item of others) if (!running.includes(item)) open(nameOf(item), target);
    },
    end(): void {
      for (const item of screens.items()) screens.end(nameOf(item));
    },
    /** Returns the containers of what the extension shows, in the order of the page. */
    shownBlocks(): readonly HTMLElement[] {
      const { selected, others } = itemsOf(state.target.peek() ?? '');
      const names: BlockName[] = [
        ...others.filter((item) => item < selected).map(nameOf),
        'main',
        ...others.filter((item) => item > selected).map(nameOf),
        'modal',
      ];
      return names.map(screens.blockOf);
    },
  };
}
