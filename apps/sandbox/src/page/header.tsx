import type { Theme } from '../contract/url-state.ts';
import { CopyBugReport } from './copy-bug-report.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './elements/icon.tsx';
import { galleryUrl } from './gallery/gallery-url.ts';
import type { SandboxModel } from './model/sandbox-model.ts';
import type { ControlledState } from './model/sandbox-state.ts';

/** The name of the page, and the actions on all of it. */
export function Header({ model }: { model: SandboxModel }) {
  return (
    <header class="top">
      <div class="bar">
        <Logo />
        <h1 class="brand">
          Session token <span>sandbox</span>
        </h1>
        <div class="top-actions">
          <a
            class="action quiet"
            href={galleryUrl(model.url.value)}
            title="Every state of this block, side by side"
          >
            <Icon name="gallery" />
            <span class="action-name">Gallery</span>
          </a>
          <CopyButton
            label="Copy link"
            title="Copies the URL of this state, without the key"
            icon="link"
            text={() => location.href}
          />
          <CopyBugReport model={model} />
          <ThemeButton model={model} />
          <button type="button" class="action main" aria-label="Run again" onClick={() => void model.rerun()}>
            <Icon name="refresh" />
            <span class="action-name">Run again</span>
          </button>
        </div>
      </div>
      <p class="tagline">
        Your extension, in a real browser worker, against your real server — no Shopify account.
      </p>
    </header>
  );
}

export const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" />
    <path d="M9 16.5l4.6 4.6L23 11" />
  </svg>
);

export function ThemeButton({ model }: { model: ControlledState }) {
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
