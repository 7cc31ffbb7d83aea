import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { SessionView } from './SessionView.tsx';
import { createSession } from './session.ts';

export default async () => {
  render(<SessionView session={createSession()} />, document.body);
};
