import type { Api } from '../api.ts';

/** Toasts, and closing the modal of an order action. */
export const overlays: Api = {
  create: ({ host }) => ({
    'toast.show': async (text: string) => {
      await host.showToast(text);
      return { hide() {} };
    },
    close: () => void host.closeModal(),
  }),
};
