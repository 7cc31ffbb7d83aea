import '@shopify/ui-extensions/preact';
import { renderBuyerBlock } from '@session-token/extension-ui/buyer-block';
import { createHost } from './host.ts';

export default async () => {
  renderBuyerBlock(createHost(), document.body);
};
