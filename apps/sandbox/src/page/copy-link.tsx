import { useState } from 'preact/hooks';

/** Copies the page's URL, which has every control but not the key of this run. */
export function CopyLink() {
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Copied');
    } catch (error) {
      setSaid((error as Error).message);
    }
  }
  return (
    <button
      type="button"
      class="action quiet"
      title="Copies the URL of this state, without the key"
      onClick={() => void copy()}
      onBlur={() => setSaid('')}
    >
      Copy link <span role="status">{said}</span>
    </button>
  );
}
