import { expect, test } from 'vitest';
import { drawTile } from './drawn-tile.ts';

test('opens the modal', async () => {
  using drawn = await drawTile('Connected');
  expect(drawn.tile.getAttribute('heading')).toBe('Loyalty points');
  expect(drawn.tile.getAttribute('subheading')).toBe('Look up and change');
  expect(drawn.tile.hasAttribute('disabled')).toBe(false);
  drawn.tile.dispatchEvent(new Event('click'));
  expect(drawn.presentModal).toHaveBeenCalledOnce();
});

test('cannot be pressed without a network, and says why', async () => {
  using drawn = await drawTile('Disconnected');
  expect(drawn.tile.getAttribute('subheading')).toBe('No connection');
  expect(drawn.tile.hasAttribute('disabled')).toBe(true);
});
