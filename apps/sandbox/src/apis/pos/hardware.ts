import type { Api } from '../api.ts';

/** A device with no scanner attached, and a host on which no event happens. */
export const hardware: Api = {
  values: () => ({ 'scanner.scannerData.current': {}, 'scanner.sources.current': ['camera'] }),
  create: () => ({
    addEventListener: () => {},
    removeEventListener: () => {},
    'printing.getPrinters': async () => [],
  }),
  inert: ['addEventListener', 'removeEventListener', 'printing.getPrinters'],
};
