import type { Api } from '../api.ts';
import { applyAttributeChange } from './changes/attributes.ts';
import { applyCartLinesChange } from './changes/cart-lines.ts';
import { applyDiscountCodeChange } from './changes/discount-codes.ts';
import { applyGiftCardChange } from './changes/gift-cards.ts';
import { applyMetafieldChange } from './changes/metafields.ts';
import { applyNoteChange } from './changes/note.ts';
import { applyShippingAddressChange } from './changes/shipping-address.ts';

/** The changes that extensions make to a checkout. The scene's `checkout.instructions` may forbid them. */
export const changes: Api = {
  values: ({ scene: { checkout } }) => ({
    instructions: checkout.instructions,
    experimentalIsShopAppStyle: checkout.isShopAppStyle,
  }),
  host: {
    applyAttributeChange,
    applyCartLinesChange,
    applyDiscountCodeChange,
    applyGiftCardChange,
    applyMetafieldChange,
    applyNoteChange,
    applyShippingAddressChange,
  },
  isLogged: true,
};
