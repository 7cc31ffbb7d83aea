import type { Api, NavigateOptions } from '../api.ts';

/** The `navigation` global in customer accounts. The page follows it to other paths, targets and extensions. */
export const accountNavigation: Api = {
  host: {
    'window.navigation.navigate': (page, url: string, options?: NavigateOptions) =>
      page.followLink(url, options),
    'window.navigation.updateCurrentEntry': (page, state: unknown) => page.updateEntry(state),
  },
};
