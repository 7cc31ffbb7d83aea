import { ENDPOINTS } from '../contract/endpoints.ts';
import { COMPRESSED_LIMIT_BYTES } from '../contract/extension-state.ts';
import type { Theme } from '../contract/url-state.ts';
import { TargetControls } from './controls/target-controls.tsx';
import { CopyLink } from './copy-link.tsx';
import { Icon } from './elements/icon.tsx';
import type { SandboxModel } from './model/sandbox-model.ts';

export function Header({ model }: { model: SandboxModel }) {
  const built = model.extension.value?.built;
  return (
    <header class="top">
      <h1 class="brand">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M9 16.5l4.6 4.6L23 11" />
        </svg>
        Session token <span>sandbox</span>
      </h1>
      <TargetControls model={model} />
      {built && (
        <div class="extension-facts">
          <span
            class="bundle"
            title="Size of the bundle with Brotli, as the Shopify CLI counts; Shopify checks it at deploy"
          >
            <meter aria-label="Bundle size" value={built.compressedBytes} max={COMPRESSED_LIMIT_BYTES} />
            {kilobytes(built.compressedBytes)}/{COMPRESSED_LIMIT_BYTES / 1024} KB
          </span>
        </div>
      )}
      <div class="top-actions">
        <a
          class="action quiet"
          href={ENDPOINTS.parameters}
          title="All URL parameters of this page"
          target="_blank"
          rel="noreferrer"
        >
          Parameters
        </a>
        {model.hello.value?.api === undefined && (
          <a class="action quiet" href={ENDPOINTS.apiDocs} target="_blank" rel="noreferrer">
            API docs
          </a>
        )}
        <CopyLink />
        <ThemeButton model={model} />
        <button type="button" class="action" aria-label="Run again" onClick={() => void model.rerun()}>
          <Icon name="refresh" />
          <span class="action-name">Run again</span>
        </button>
      </div>
    </header>
  );
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);

function ThemeButton({ model }: { model: SandboxModel }) {
  const next: Record<string, Theme | undefined> = { light: 'dark', dark: undefined };
  const { theme } = model.url.value;
  const name = theme ?? 'auto';
  return (
    <button
      type="button"
      class="action quiet"
      title="Theme: as the system, light, dark"
      aria-label={`Theme: ${name}`}
      onClick={() => model.change({ theme: theme ? next[theme] : 'light' })}
    >
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" />
        <path class="half" d="M10 3.5a6.5 6.5 0 0 1 0 13Z" />
      </svg>
    </button>
  );
}
