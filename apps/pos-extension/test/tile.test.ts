import { readLocales } from '@session-token/extension-testing';
import { expect, test } from 'vitest';
import { directory } from './render-modal.ts';
import { renderTile } from './render-tile.ts';

const texts = readLocales(directory).locales.en!;

test('opens the modal', async () => {
  using rendered = await renderTile('Connected');
  expect(rendered.tile.getAttribute('heading')).toBe(texts['tile.heading']);
  expect(rendered.tile.getAttribute('subheading')).toBe(texts['tile.online']);
  expect(rendered.tile.hasAttribute('disabled')).toBe(false);
  rendered.tile.dispatchEvent(new Event('click'));
  expect(rendered.presentModal).toHaveBeenCalledOnce();
});

test('is disabled without a network, and says why', async () => {
  using rendered = await renderTile('Disconnected');
  expect(rendered.tile.getAttribute('subheading')).toBe(texts['tile.offline']);
  expect(rendered.tile.hasAttribute('disabled')).toBe(true);
});
