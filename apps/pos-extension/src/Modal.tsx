import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { createDesk } from './desk.ts';
import { Page } from './view/Page.tsx';

export default async () => {
  render(<Page desk={createDesk()} />, document.body);
};
