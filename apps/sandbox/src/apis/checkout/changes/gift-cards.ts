import { Type } from 'typebox';
import type { Scene } from '../../../scene/scene.ts';
import { createChange, RefusedChange } from '../../changes.ts';

/** The maximum number of gift cards of a checkout. */
export const MAX_GIFT_CARDS = 10;

const CODE = Type.Object({ code: Type.String({ minLength: 4, maxLength: 255 }) });

export const applyGiftCardChange = createChange({
  variants: { addGiftCard: CODE, removeGiftCard: CODE },
  apply(scene, { type, code: input }) {
    const code = normalizeGiftCard(input);
    const { giftCards } = scene.cart;
    if (type === 'removeGiftCard') {
      // By the whole code, or by its last four characters.
      const kept = giftCards.filter(
        (card) => normalizeGiftCard(card.code) !== code && last4(card.code) !== code,
      );
      if (kept.length === giftCards.length) throw new RefusedChange('This gift card is not applied.');
      return withGiftCards(scene, kept);
    }
    if (giftCards.some((card) => normalizeGiftCard(card.code) === code)) {
      throw new RefusedChange('This gift card is already applied.');
    }
    if (giftCards.length >= MAX_GIFT_CARDS) {
      throw new RefusedChange(`A checkout takes at most ${MAX_GIFT_CARDS} gift cards.`);
    }
    return withGiftCards(scene, [...giftCards, { code, balance: balanceOf(scene, code) }]);
  },
});

/** The balance of an unknown gift card. */
const UNKNOWN_BALANCE = 25;

function balanceOf({ giftCards, checkout }: Scene, code: string): number {
  const known = giftCards.find((card) => normalizeGiftCard(card.code) === code);
  const balance = known ? known.balance : checkout.acceptsUnknown ? UNKNOWN_BALANCE : undefined;
  if (balance === undefined) throw new RefusedChange('This gift card does not exist.');
  if (balance === 0) throw new RefusedChange('This gift card has no balance.');
  return balance;
}

const withGiftCards = (scene: Scene, giftCards: Scene['cart']['giftCards']): Scene => ({
  ...scene,
  cart: { ...scene.cart, giftCards },
});

/** Codes are printed in groups, in any case. */
export const normalizeGiftCard = (code: string) => code.replaceAll(/[\s-]/g, '').toLowerCase();
const last4 = (code: string) => normalizeGiftCard(code).slice(-4);
