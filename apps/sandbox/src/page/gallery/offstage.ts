/**
 * Holds the trees of cells that are not shown: elements render only while they are in the document. Invisible, and
 * skipped by the keyboard and by screen readers.
 */
export function createOffstage() {
  const place = document.createElement('div');
  place.className = 'gallery-offstage';
  place.inert = true;
  document.body.append(place);
  return {
    add: (tree: HTMLElement): void => place.append(tree),
    /** Drops trees that nothing will show again. */
    clear: (): void => place.replaceChildren(),
  };
}

export type Offstage = ReturnType<typeof createOffstage>;
