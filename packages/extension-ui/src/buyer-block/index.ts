export type { BuyerHost } from './host.ts';
export { renderBuyerBlock } from './render.tsx';
