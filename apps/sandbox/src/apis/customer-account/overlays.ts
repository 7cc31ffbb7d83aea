import type { Api } from '../api.ts';

/** Toasts, and closing the modal of an order action. */
export const overlays: Api = {
  host: {
    'toast.show': (page, text: string) => page.showToast(text),
    close: (page) => page.closeModal(),
  },
};
