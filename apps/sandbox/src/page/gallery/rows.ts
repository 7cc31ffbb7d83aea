import type { Cell } from './cell.ts';
import type { GalleryState } from './gallery-states.ts';

/** One state of the block, in each language. */
export interface GalleryRow extends GalleryState {
  cells: readonly LanguageCell[];
}

export interface LanguageCell {
  /** `undefined` for an extension without texts. */
  language: string | undefined;
  cell: Cell;
}

/** A row that is shown, with the later ones that look the same. */
export interface ShownRow extends GalleryRow {
  same: readonly GalleryRow[];
}

const isDone = ({ cells }: GalleryRow): boolean => cells.every(({ cell }) => cell.status.value === 'done');

const lookOf = ({ cells }: GalleryRow): string => cells.map(({ cell }) => cell.look.value).join('\n\n');

/** The rows that are done. Those that look the same in all languages are one. */
export function mergeRows(rows: readonly GalleryRow[]): ShownRow[] {
  const byLook = new Map<string, GalleryRow[]>();
  for (const row of rows.filter(isDone)) {
    const look = lookOf(row);
    byLook.set(look, [...(byLook.get(look) ?? []), row]);
  }
  return [...byLook.values()].map(([first, ...same]) => ({ ...first!, same }));
}

/** Counts all cells, and those that are done. */
export function progressOf(rows: readonly GalleryRow[]): { done: number; all: number } {
  const cells = rows.flatMap((row) => row.cells);
  return { done: cells.filter(({ cell }) => cell.status.value === 'done').length, all: cells.length };
}
