import type { FunctionComponent } from 'preact';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Details } from './details.tsx';
import {
  CustomerFacts,
  DraftOrderFacts,
  LineItemFacts,
  OrderFacts,
  ProductFacts,
  RegisterFacts,
  TransactionFacts,
} from './facts.tsx';
import { HomeScreen } from './home-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';

type Screen = FunctionComponent<{ model: SandboxModel }>;

const details =
  (title: string, Facts: Screen): Screen =>
  ({ model }) => (
    <Details model={model} title={title}>
      <Facts model={model} />
    </Details>
  );

/** The screens of POS by the start of their targets. */
const SCREENS: readonly (readonly [start: string, screen: Screen])[] = [
  ['pos.cart.line-item-details.', details('Item in the cart', LineItemFacts)],
  ['pos.customer-details.', details('Customer', CustomerFacts)],
  ['pos.draft-order-details.', details('Draft order', DraftOrderFacts)],
  ['pos.order-details.', details('Order', OrderFacts)],
  ['pos.product-details.', details('Product', ProductFacts)],
  ['pos.register-details.', details('Register', RegisterFacts)],
  ['pos.purchase.post.', details('Sale completed', TransactionFacts)],
  ['pos.return.post.', details('Return completed', TransactionFacts)],
  ['pos.exchange.post.', details('Exchange completed', TransactionFacts)],
  ['pos.receipt-', ReceiptScreen],
];

/** The screen that a target extends; the home screen for all others. */
export const screenOf = (target: string): Screen =>
  SCREENS.find(([start]) => target.startsWith(start))?.[1] ?? HomeScreen;
