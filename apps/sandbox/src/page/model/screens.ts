import type { Members, NavigationEntry } from '../../contract/worker-contract.ts';
import type { RunningExtension } from './extension-host.ts';
import type { SourcePositions } from './source-positions.ts';

/** The extension on a cart line or delivery option that the page has not selected, by its position. */
export type ItemName = `item-${number}`;

/** `main`: the extension in its slot. `modal`: the full-screen extension that it presented. */
export type BlockName = 'main' | 'modal' | ItemName;

/** `background`: the `pos.app.ready.data` of the same extension, which renders nothing. */
export type RunName = BlockName | 'background';

/** One running extension in its worker. Each screen of a POS modal is one. */
export interface Screen {
  target: string;
  entry: NavigationEntry;
  /** The position of its cart line or delivery option. Default: the one that the page has selected. */
  item?: number;
  /** The container of its tree. */
  root: HTMLElement;
  abort: AbortController;
  extension: Promise<RunningExtension | undefined>;
  /** The values that its worker has. */
  values: Members;
  positions?: SourcePositions;
}

let entries = 0;
export function createEntry(url: string | null, state?: unknown): NavigationEntry {
  entries += 1;
  return { key: String(entries), url, ...(state !== undefined && { state }) };
}

const itemOf = (name: RunName): number | undefined => Number(/^item-(\d+)$/.exec(name)?.[1]) || undefined;

/** The screens of each block, the visible one last. `prepare` gets the container of each block, once. */
export function createScreens(prepare: (block: HTMLElement) => void) {
  const stacks = new Map<RunName, Screen[]>();
  const blocks = new Map<BlockName, HTMLElement>();
  const stackOf = (name: RunName): readonly Screen[] => stacks.get(name) ?? [];
  const all = (): readonly Screen[] => [...stacks.values()].flat();
  const showLast = (name: RunName) => {
    const stack = stackOf(name);
    for (const { root } of stack) root.hidden = root !== stack.at(-1)?.root;
  };

  /** Returns the container of a block's trees. */
  function blockOf(name: BlockName): HTMLElement {
    const existing = blocks.get(name);
    if (existing) return existing;
    const block = document.createElement('div');
    prepare(block);
    blocks.set(name, block);
    return block;
  }

  return {
    blockOf,
    all,
    /** Returns the items that the extension also runs on, by position. */
    items: (): readonly number[] => [...stacks.keys()].flatMap((name) => itemOf(name) ?? []),
    of: stackOf,
    top: (name: RunName): Screen | undefined => stackOf(name).at(-1),
    /** Resolves once no extension waits for anything. */
    async idle(): Promise<void> {
      await Promise.all(all().map(async ({ extension }) => (await extension)?.idle()));
    },
    /** Ends every worker, and leaves what it rendered in the page. */
    freeze(): void {
      for (const { abort } of all()) abort.abort();
    },
    /** Adds a screen on top of the others. */
    push(name: RunName, target: string, entry: NavigationEntry): Screen {
      const item = itemOf(name);
      const screen: Screen = {
        target,
        entry,
        ...(item !== undefined && { item }),
        root: document.createElement('div'),
        abort: new AbortController(),
        extension: Promise.resolve(undefined),
        values: {},
      };
      stacks.set(name, [...stackOf(name), screen]);
      if (name !== 'background') blockOf(name).append(screen.root);
      showLast(name);
      return screen;
    },
    /** Ends the last screen, and shows the one before. */
    pop(name: RunName): Screen | undefined {
      const screen = stackOf(name).at(-1);
      stacks.set(name, stackOf(name).slice(0, -1));
      screen?.abort.abort();
      screen?.root.remove();
      showLast(name);
      return screen;
    },
    end(name: RunName): void {
      for (const { abort, root } of stackOf(name)) {
        abort.abort();
        root.remove();
      }
      stacks.delete(name);
    },
  };
}
