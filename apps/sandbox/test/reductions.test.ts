import { describe, expect, test } from 'vitest';
import { MAX_CODES } from '../src/apis/checkout/changes/discount-codes.ts';
import { MAX_GIFT_CARDS } from '../src/apis/checkout/changes/gift-cards.ts';
import { costOf } from '../src/scene/cost.ts';
import { mockCheckout, SUCCESS } from './mock-checkout.ts';

describe('discount codes', () => {
  const add = (code: unknown) => ({ type: 'addDiscountCode', code });
  const fixed = (code: string, amount: number) => ({ code, type: 'FixedAmount', amount });

  test('an unknown code takes 10 % off, once; removing it restores the total', () => {
    const shop = mockCheckout();
    const { total } = costOf(shop.scene);
    expect(shop.apply('applyDiscountCodeChange', add('SAVE'))).toEqual(SUCCESS);
    shop.apply('applyDiscountCodeChange', add(' save '));
    expect(costOf(shop.scene)).toMatchObject({ subtotal: 147, allocations: [{ amount: 14.7 }], tax: 11.25 });
    shop.apply('applyDiscountCodeChange', { type: 'removeDiscountCode', code: 'Save' });
    expect(costOf(shop.scene).total).toBe(total);
  });

  test('codes of the scene have its values; others are refused if it says so', () => {
    const shop = mockCheckout({
      checkout: { acceptsUnknown: false },
      discountCodes: [
        fixed('FIVE', 5),
        { ...fixed('SHIP', 0), freeShipping: true },
        { code: 'CUP', type: 'Percentage', amount: 50, lines: [3] },
      ],
    });
    for (const code of ['five', 'SHIP', 'CUP']) shop.apply('applyDiscountCodeChange', add(code));
    const cost = costOf(shop.scene);
    expect(cost).toMatchObject({ subtotal: 131, shipping: 0 });
    expect(cost.lines[2]).toMatchObject({ total: 16, allocations: [{ discount: { code: 'CUP' } }] });
    expect(cost.allocations).toMatchObject([{ discount: { code: 'FIVE' }, amount: 5 }, { amount: 0 }]);
    for (const code of ['OTHER', 'constructor']) {
      expect(shop.apply('applyDiscountCodeChange', add(code)).message).toContain('does not exist');
    }
  });

  test('never exceed the price', () => {
    const shop = mockCheckout({ discountCodes: [fixed('A', 100), fixed('B', 100)] });
    for (const code of ['A', 'B']) shop.apply('applyDiscountCodeChange', add(code));
    expect(costOf(shop.scene)).toMatchObject({
      allocations: [{ amount: 100 }, { amount: 47 }],
      tax: 0,
      total: 8,
    });
  });

  test(`are at most ${MAX_CODES}, of 1 to 255 characters`, () => {
    const shop = mockCheckout();
    for (let index = 1; index <= MAX_CODES; index += 1) {
      expect(shop.apply('applyDiscountCodeChange', add(`CODE${index}`))).toEqual(SUCCESS);
    }
    expect(shop.apply('applyDiscountCodeChange', add('MORE')).type).toBe('error');
    const other = mockCheckout();
    for (const code of ['', ' ', 'x'.repeat(256), 7]) {
      expect(other.apply('applyDiscountCodeChange', add(code)).type, String(code)).toBe('error');
    }
    expect(other.apply('applyDiscountCodeChange', add('x'.repeat(255)))).toEqual(SUCCESS);
  });
});

describe('gift cards', () => {
  const add = (code: unknown) => ({ type: 'addGiftCard', code });

  test('pay a part of the total, and can be removed by their last characters', () => {
    const shop = mockCheckout();
    const { total } = costOf(shop.scene);
    expect(shop.apply('applyGiftCardChange', add('ABCD 1234'))).toEqual(SUCCESS);
    expect(costOf(shop.scene)).toMatchObject({
      total,
      due: total - 25,
      giftCards: [{ lastCharacters: '1234', used: 25 }],
    });
    expect(shop.apply('applyGiftCardChange', add('abcd-1234')).message).toContain('already');
    const remove = { type: 'removeGiftCard', code: '1234' };
    expect(shop.apply('applyGiftCardChange', remove)).toEqual(SUCCESS);
    expect(costOf(shop.scene).due).toBe(total);
    expect(shop.apply('applyGiftCardChange', remove).message).toContain('not applied');
  });

  test('pay no more than the total; others than those of the scene are refused if it says so', () => {
    const shop = mockCheckout({
      checkout: { acceptsUnknown: false },
      giftCards: [
        { code: 'GOLD1000', balance: 1000 },
        { code: 'EMPTY000', balance: 0 },
      ],
    });
    for (const code of ['OTHER', 'EMPTY000', 'abc', 5]) {
      expect(shop.apply('applyGiftCardChange', add(code)).type, String(code)).toBe('error');
    }
    shop.apply('applyGiftCardChange', add('gold1000'));
    expect(costOf(shop.scene)).toMatchObject({ due: 0, giftCards: [{ balance: 1000, used: 167.5 }] });
  });

  test(`are at most ${MAX_GIFT_CARDS}`, () => {
    const shop = mockCheckout();
    for (let index = 0; index < MAX_GIFT_CARDS; index += 1) {
      expect(shop.apply('applyGiftCardChange', add(`CARD${index}`))).toEqual(SUCCESS);
    }
    expect(shop.apply('applyGiftCardChange', add('CARDX')).type).toBe('error');
  });
});
