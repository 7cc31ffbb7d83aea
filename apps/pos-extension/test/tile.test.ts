import { readLocales } from '@session-token/extension-testing';
import { expect, test } from 'vitest';
import { directory } from './drawn-desk.ts';
import { drawTile } from './drawn-tile.ts';

const texts = readLocales(directory).en!;

test('opens the modal', async () => {
  using drawn = await drawTile('Connected');
  expect(drawn.tile.getAttribute('heading')).toBe(texts['tile.heading']);
  expect(drawn.tile.getAttribute('subheading')).toBe(texts['tile.online']);
  expect(drawn.tile.hasAttribute('disabled')).toBe(false);
  drawn.tile.dispatchEvent(new Event('click'));
  expect(drawn.presentModal).toHaveBeenCalledOnce();
});

test('cannot be pressed without a network, and says why', async () => {
  using drawn = await drawTile('Disconnected');
  expect(drawn.tile.getAttribute('subheading')).toBe(texts['tile.offline']);
  expect(drawn.tile.hasAttribute('disabled')).toBe(true);
});
