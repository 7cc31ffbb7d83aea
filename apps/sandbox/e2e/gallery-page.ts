import type { Page } from '@playwright/test';
import type { CellPicture, GalleryHook } from '../src/contract/gallery-hook.ts';

/** The gallery runs every state of a block, twice in two languages, which takes a busy machine long. */
export const GALLERY_TIMEOUT_MS = 240_000;

const whenDone = (page: Page) =>
  page.evaluate(() => (window as unknown as { sandbox: GalleryHook }).sandbox.whenDone());

/** Opens a gallery, and waits until every state is rendered. Without motion: colors change at once. */
export async function openGallery(page: Page, url: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(url);
  await whenDone(page);
}

export const rowOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

export const readPictures = (page: Page): Promise<readonly CellPicture[]> =>
  page.evaluate(() => (window as unknown as { sandbox: GalleryHook }).sandbox.pictures());

/** All pictures as one text. A state that looks like an earlier one names it. */
export function toText(pictures: readonly CellPicture[]): string {
  const earlier = new Map<string, string>();
  const sections = pictures.map(({ state, language = '', picture, messages }) => {
    const look = [picture, ...messages.map((message) => `! ${message}`)].join('\n');
    const same = earlier.get(look + language);
    if (!same) earlier.set(look + language, state);
    return `## ${[state, language].filter(Boolean).join(' · ')}\n${same ? `as ${same}` : look || 'nothing'}\n`;
  });
  return sections.join('\n');
}
