import { render } from 'preact';
import { BuyerBlock } from './BuyerBlock.tsx';
import { createBuyer } from './buyer.ts';
import type { BuyerHost } from './host.ts';

/** Draws the block into `parent`: who the buyer is for sure, and what the app has for them. */
export function renderBuyerBlock(host: BuyerHost, parent: Element): void {
  render(<BuyerBlock buyer={createBuyer(host)} />, parent);
}
