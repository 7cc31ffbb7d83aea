import type { ChangeResult, ScenePage } from '../../apis/changes.ts';
import { applyDiscountCodeChange } from '../../apis/checkout/changes/discount-codes.ts';
import { applyGiftCardChange, normalizeGiftCard } from '../../apis/checkout/changes/gift-cards.ts';
import {
  type AddressChangeResult,
  applyShippingAddressChange,
} from '../../apis/checkout/changes/shipping-address.ts';
import type { Address, Buyer } from '../../scene/buyer-and-shop.ts';
import type { DeliveryOption } from '../../scene/delivery.ts';
import type { Scene } from '../../scene/scene.ts';
import type { SandboxState } from './sandbox-state.ts';

interface Runner {
  updateScene(change: (scene: Scene) => Scene): void;
}

/** The changes that the buyer makes to the checkout, with the rules and limits of the extension's own calls. */
export function createBuyer({ scene }: Pick<SandboxState, 'scene'>, { updateScene }: Runner) {
  const page: ScenePage = {
    get scene() {
      return scene.peek();
    },
    updateScene,
  };
  /** Extensions pass unchecked arguments, so the functions take `never`. */
  const apply = <Result>(change: (page: ScenePage, input: never) => Result, input: object): Result =>
    change(page, input as never);

  return {
    /** Adds a gift card of the scene, or else a discount code. */
    addCode(code: string): ChangeResult {
      const isGiftCard = scene
        .peek()
        .giftCards.some((card) => normalizeGiftCard(card.code) === normalizeGiftCard(code));
      return isGiftCard
        ? apply(applyGiftCardChange, { type: 'addGiftCard', code })
        : apply(applyDiscountCodeChange, { type: 'addDiscountCode', code });
    },
    removeDiscountCode: (code: string): ChangeResult =>
      apply(applyDiscountCodeChange, { type: 'removeDiscountCode', code }),
    /** By its last four characters. */
    removeGiftCard: (lastCharacters: string): ChangeResult =>
      apply(applyGiftCardChange, { type: 'removeGiftCard', code: lastCharacters }),
    changeAddress: (address: Address): AddressChangeResult =>
      apply(applyShippingAddressChange, { type: 'updateShippingAddress', address }),
    change: (changes: Partial<Buyer>): void =>
      updateScene((current) => ({ ...current, buyer: { ...current.buyer, ...changes } })),
    selectDelivery: ({ handle }: Pick<DeliveryOption, 'handle'>): void =>
      updateScene((current) => ({ ...current, delivery: { ...current.delivery, selected: handle } })),
    selectPayment: (handle: string): void =>
      updateScene((current) => ({ ...current, payment: { ...current.payment, selected: [handle] } })),
  };
}
