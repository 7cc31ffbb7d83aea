import { effect, type ReadonlySignal } from '@preact/signals';
import type { UrlState } from '../../contract/url-state.ts';

/** Applies the URL's theme to the page, as long as the page is open. */
export function followTheme(url: ReadonlySignal<Pick<UrlState, 'theme'>>): void {
  effect(() => {
    const { theme } = url.value;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  });
}
