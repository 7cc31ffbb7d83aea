/** A discount code that the shop accepts. */
export interface DiscountCode {
  code: string;
  type: 'Percentage' | 'FixedAmount';
  /** 10 for 10 %, or an amount in the scene's currency. */
  amount: number;
}

export const DEFAULT_DISCOUNT_CODES: readonly DiscountCode[] = [
  { code: 'WELCOME10', type: 'Percentage', amount: 10 },
  { code: 'FIVEOFF', type: 'FixedAmount', amount: 5 },
];

/** Codes are not case-sensitive. */
export const findDiscountCode = (codes: readonly DiscountCode[], code: string): DiscountCode | undefined =>
  codes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase());
