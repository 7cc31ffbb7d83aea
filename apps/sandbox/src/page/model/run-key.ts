import { KEY_FRAGMENT, KEY_STORAGE_NAME } from '../../contract/endpoints.ts';

/** Takes the key from the URL that the terminal printed, and removes it from the address bar. */
export function takeKeyFromUrl(): void {
  const key = KEY_FRAGMENT.exec(location.hash)?.[1];
  if (!key) return;
  keepKey(key);
  history.replaceState(null, '', location.pathname + location.search);
}

/** `''` in a browser that never opened the printed URL. */
export const currentKey = (): string => localStorage.getItem(KEY_STORAGE_NAME) ?? '';

export function keepKey(key: string): void {
  if (currentKey() !== key) localStorage.setItem(KEY_STORAGE_NAME, key);
}

/** Resolves when this tab, or another one of this browser, opens a printed URL. */
export function nextKey(): Promise<void> {
  return new Promise((resolve) => {
    const onChange = () => {
      takeKeyFromUrl();
      removeEventListener('storage', onChange);
      removeEventListener('hashchange', onChange);
      resolve();
    };
    addEventListener('storage', onChange);
    addEventListener('hashchange', onChange);
  });
}
