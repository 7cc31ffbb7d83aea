import { KEY_FRAGMENT, KEY_STORAGE_NAME } from '../../contract/endpoints.ts';

/** From the URL, and not yet accepted. Any page can link here with a wrong key: it must not replace a right one. */
let candidate: string | undefined;

/** Takes the key from the URL that the terminal printed, and removes it from the address bar. */
export function takeKeyFromUrl(): void {
  const key = KEY_FRAGMENT.exec(location.hash)?.[1];
  if (!key) return;
  candidate = key;
  history.replaceState(null, '', location.pathname + location.search);
}

/** `''` in a browser that never opened the printed URL. */
export const currentKey = (): string => candidate ?? localStorage.getItem(KEY_STORAGE_NAME) ?? '';

/** Keeps a key that the sandbox has accepted, for this browser and port. */
export function keepKey(key: string): void {
  candidate = undefined;
  if (currentKey() !== key) localStorage.setItem(KEY_STORAGE_NAME, key);
}

/** Forgets a rejected key of the URL. Returns whether there was one, and thus another key to try. */
export function dropCandidate(): boolean {
  const hadOne = candidate !== undefined;
  candidate = undefined;
  return hadOne;
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
