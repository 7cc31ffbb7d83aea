import type { MemberValues, NavigationEntry } from '../../contract/worker-contract.ts';
import type { RunningExtension } from './extension-host.ts';
import type { SourcePositions } from './source-positions.ts';

/** `main`: the extension in its slot. `modal`: the full-screen extension that it presented. */
export type BlockName = 'main' | 'modal';

/** `background`: the `pos.app.ready.data` of the same extension, which renders nothing. */
export type RunName = BlockName | 'background';

/** One running extension in its worker. Each screen of a POS modal is one. */
export interface Screen {
  target: string;
  entry: NavigationEntry;
  /** The container of its tree. */
  root: HTMLElement;
  abort: AbortController;
  extension: Promise<RunningExtension | undefined>;
  /** The values that its worker has. */
  values: MemberValues;
  positions?: SourcePositions;
}

let entries = 0;
export function createEntry(url: string | null, state?: unknown): NavigationEntry {
  entries += 1;
  return { key: String(entries), url, ...(state !== undefined && { state }) };
}

/** The screens of each block, the visible one last. */
export function createScreens(blocks: Record<BlockName, HTMLElement>) {
  const stacks: Record<RunName, Screen[]> = { main: [], modal: [], background: [] };
  const showLast = (name: RunName) => {
    for (const { root } of stacks[name]) root.hidden = root !== stacks[name].at(-1)?.root;
  };

  return {
    all: (): readonly Screen[] => Object.values(stacks).flat(),
    of: (name: RunName): readonly Screen[] => stacks[name],
    top: (name: RunName): Screen | undefined => stacks[name].at(-1),
    /** Resolves once no extension waits for anything. */
    async idle(): Promise<void> {
      await Promise.all(
        Object.values(stacks)
          .flat()
          .map(async ({ extension }) => (await extension)?.idle()),
      );
    },
    /** Ends every worker, and leaves what it rendered in the page. */
    freeze(): void {
      for (const { abort } of Object.values(stacks).flat()) abort.abort();
    },
    /** Adds a screen on top of the others. */
    push(name: RunName, target: string, entry: NavigationEntry): Screen {
      const screen: Screen = {
        target,
        entry,
        root: document.createElement('div'),
        abort: new AbortController(),
        extension: Promise.resolve(undefined),
        values: {},
      };
      stacks[name].push(screen);
      if (name !== 'background') blocks[name].append(screen.root);
      showLast(name);
      return screen;
    },
    /** Ends the last screen, and shows the one before. */
    pop(name: RunName): Screen | undefined {
      const screen = stacks[name].pop();
      screen?.abort.abort();
      screen?.root.remove();
      showLast(name);
      return screen;
    },
    end(name: RunName): void {
      for (const { abort, root } of stacks[name].splice(0)) {
        abort.abort();
        root.remove();
      }
    },
  };
}
