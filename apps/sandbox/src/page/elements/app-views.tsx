import { useEffect, useState } from 'preact/hooks';
import { boxRules } from './box-rules.ts';
import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { text } from './values.ts';

/**
 * The place of the app's own chat page, which the sandbox does not load. Shows the messages that the extension posts
 * to it.
 */
const chat: View = (properties, element) => {
  const [messages, setMessages] = useState<unknown[]>([]);
  element.setRules(boxRules(properties));
  element.commands = { contentWindow: (message) => setMessages((earlier) => [...earlier, message]) };
  useEffect(() => element.emit('ready'), []);
  return (
    <section class="chat" aria-label={text(properties, 'accessibilityLabel') ?? 'Chat'}>
      <header class="chat-head">
        <Icon name="note" />
        Chat
      </header>
      <div class="chat-body">
        <small>The app's chat page is not loaded by the sandbox.</small>
        {messages.map((message, index) => (
          <code key={index} class="chat-message">
            {JSON.stringify(message)}
          </code>
        ))}
      </div>
    </section>
  );
};

/** Invisible: `command="--copy"` copies its text. */
const clipboardItem: View = (properties, element) => {
  element.host.hidden = true;
  element.commands = {
    copy() {
      navigator.clipboard.writeText(text(properties, 'text') ?? '').then(
        () => element.emit('copy'),
        () => element.emit('copyerror'),
      );
    },
  };
  return null;
};

export const APP_VIEWS: Record<string, View> = { 's-chat': chat, 's-clipboard-item': clipboardItem };
