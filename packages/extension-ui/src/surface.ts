import type { FailureContext } from './describe-failure.ts';

/** The part of `shopify.i18n` that the components use. Every surface has it. */
export interface I18n {
  /** Returns a text of the extension's `locales/`. `count` selects the plural form. */
  translate(key: string, replacements?: Record<string, string | number>): string;
  formatNumber(number: number, options?: Intl.NumberFormatOptions): string;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/** Differences between the surfaces for buyers. The functions read signals of the host. */
export interface BuyerSurface {
  i18n: I18n;
  /** Identifies the buyer. A change triggers a new request. Never sent. */
  buyerKey(): string | undefined;
  failureContext(): FailureContext;
  /** Returns a function that shows a login, or undefined if the surface has none or the buyer is logged in. */
  loginAction(): (() => unknown) | undefined;
}
