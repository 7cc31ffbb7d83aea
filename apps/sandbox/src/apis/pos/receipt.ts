import type { Api } from '../api.ts';
import { transactionOf } from './transaction.ts';

export const isReceipt = (target: string) => target.startsWith('pos.receipt-');

/** The sale that a receipt is printed for. */
export const receipt: Api = {
  values: ({ target, state, scene }) =>
    isReceipt(target) ? { transaction: transactionOf(scene, state, 'Sale') } : {},
};
