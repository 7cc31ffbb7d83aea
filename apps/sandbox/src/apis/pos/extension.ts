import type { Api } from '../api.ts';

/** The extension itself, its modal and its toasts. */
export const posExtension: Api = {
  values: ({ target, manifest }) => ({
    extension: { target, apiVersion: manifest.apiVersion },
    extensionPoint: target,
  }),
  create: ({ host }) => ({
    'action.presentModal': () => void host.presentModal(),
    'toast.show': (text: string) => void host.showToast(text),
    'window.close': () => void host.closeModal(),
  }),
};
