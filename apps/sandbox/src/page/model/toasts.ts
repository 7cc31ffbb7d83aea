import type { SandboxState } from './sandbox-state.ts';

const TOAST_MS = 4_000;

/** Shows texts over the page, each for four seconds. */
export const createToasts =
  ({ toasts }: Pick<SandboxState, 'toasts'>) =>
  (text: string): void => {
    toasts.value = [...toasts.value, text];
    setTimeout(() => {
      toasts.value = toasts.value.slice(1);
    }, TOAST_MS);
  };
