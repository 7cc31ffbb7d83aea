import type { GraphQLNamedType } from 'graphql';

/** An amount that becomes what its field declares: `MoneyV2`, `MoneyBag`, or a decimal. */
export class Money {
  readonly amount: number;

  constructor(amount: number) {
    this.amount = amount;
  }

  as({ name }: GraphQLNamedType, currencyCode: string): unknown {
    const amount = this.amount.toFixed(2);
    if (name === 'MoneyV2') return { amount, currencyCode };
    if (name !== 'MoneyBag') return amount;
    const money = { amount, currencyCode };
    return { shopMoney: money, presentmentMoney: money };
  }
}
