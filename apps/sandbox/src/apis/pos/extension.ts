import type { Api } from '../api.ts';

/** The extension itself, its modal and its toasts. */
export const posExtension: Api = {
  values: ({ target, manifest }) => ({
    extension: { target, apiVersion: manifest.apiVersion },
    extensionPoint: target,
  }),
  host: {
    'action.presentModal': (page) => page.presentModal(),
    'toast.show': (page, text: string) => page.showToast(text),
    'window.close': (page) => page.closeModal(),
  },
};
