import { useState } from 'preact/hooks';
import { Icon } from './elements/icon.tsx';

interface CopyButtonProps {
  label: string;
  title: string;
  icon: string;
  text: () => string;
}

/** Copies a text, and says so until it loses focus. */
export function CopyButton({ label, title, icon, text }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch (error) {
      setSaid((error as Error).message);
    }
  }
  return (
    <button
      type="button"
      class="action quiet copy"
      title={title}
      onClick={() => void copy()}
      onBlur={() => setSaid('')}
    >
      <Icon name={icon} />
      <span class="action-name">{label}</span>{' '}
      <span class="copied" role="status">
        {said}
      </span>
    </button>
  );
}
