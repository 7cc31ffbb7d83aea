/** The part of `shopify.i18n` that is drawn with, as every surface has it. */
export interface Texts {
  /** A text of the extension's `locales/`; `count` chooses among the forms of a plural. */
  translate(key: string, replacements?: Record<string, string | number>): string;
  formatNumber(number: number, options?: Intl.NumberFormatOptions): string;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
}
