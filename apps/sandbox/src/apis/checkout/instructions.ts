import type { Api } from '../api.ts';

/** Forbids every change of the cart: the sandbox does not emulate `applyCartLinesChange` and its kind. */
export const instructions: Api = {
  values: () => ({
    instructions: {
      attributes: { canUpdateAttributes: false },
      delivery: { canSelectCustomAddress: false },
      discounts: { canUpdateDiscountCodes: false },
      lines: { canAddCartLine: false, canRemoveCartLine: false, canUpdateCartLine: false },
      metafields: { canDeleteCartMetafield: false, canSetCartMetafields: false },
      notes: { canUpdateNote: false },
    },
  }),
};
