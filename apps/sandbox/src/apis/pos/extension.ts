import type { Api } from '../api.ts';
import { textArgument } from './cart/arguments.ts';

/** The extension itself, its modal and its toasts. */
export const posExtension: Api = {
  values: ({ target, manifest }) => ({
    extension: { target, apiVersion: manifest.apiVersion },
    extensionPoint: target,
  }),
  host: {
    'action.presentModal': (page) => page.presentModal(),
    'toast.show': (page, text: unknown) => page.showToast(textArgument(text, 'content', 'toast.show')),
    'window.close': (page) => page.closeModal(),
  },
};
