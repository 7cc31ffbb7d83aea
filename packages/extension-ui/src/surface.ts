import type { FailureContext } from './describe-failure.ts';

/** The part of `shopify.i18n` that the components use. Every surface has it. */
export interface I18n {
  /** Returns a text of the extension's `locales/`. `count` selects the plural form. */
  translate(key: string, replacements?: Record<string, string | number>): string;
  formatNumber(number: number, options?: Intl.NumberFormatOptions): string;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}

/** What differs between the surfaces that buyers see. The functions read signals of the host. */
export interface BuyerSurface {
  i18n: I18n;
  /** Differs from one buyer to the next: a reason to ask the server again. Never sent. */
  buyerKey(): string | undefined;
  failureContext(): FailureContext;
  /** Shows a login. Undefined if the surface has none, or the buyer is logged in. */
  loginAction(): (() => unknown) | undefined;
}
