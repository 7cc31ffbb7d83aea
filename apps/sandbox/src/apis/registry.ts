import type { Surface } from '../contract/surfaces.ts';
import type { Api, HostFunction, SurfaceApis } from './api.ts';
import { addresses } from './buyer/addresses.ts';
import { analytics } from './buyer/analytics.ts';
import { buyerIdentity } from './buyer/buyer-identity.ts';
import { cart } from './buyer/cart.ts';
import { cartLineTarget } from './buyer/cart-line-target.ts';
import { customerPrivacy } from './buyer/customer-privacy.ts';
import { extension } from './buyer/extension.ts';
import { localization } from './buyer/localization.ts';
import { sessionToken } from './buyer/session-token.ts';
import { shop } from './buyer/shop.ts';
import { storage } from './buyer/storage.ts';
import { addressAutocomplete } from './checkout/address-autocomplete.ts';
import { buyerJourney } from './checkout/buyer-journey.ts';
import { changes } from './checkout/changes.ts';
import { delivery } from './checkout/delivery.ts';
import { orderConfirmation } from './checkout/order-confirmation.ts';
import { payment } from './checkout/payment.ts';
import { account } from './customer-account/account.ts';
import { intents } from './customer-account/intents.ts';
import { accountNavigation } from './customer-account/navigation.ts';
import { order } from './customer-account/order.ts';
import { overlays } from './customer-account/overlays.ts';
import { camera } from './pos/camera.ts';
import { posCart } from './pos/cart/cart.ts';
import { cashDrawer } from './pos/cash-drawer.ts';
import { device } from './pos/device.ts';
import { posExtension } from './pos/extension.ts';
import { posNavigation } from './pos/navigation.ts';
import { pinPad } from './pos/pin-pad.ts';
import { printing } from './pos/printing.ts';
import { productSearch } from './pos/product-search/product-search.ts';
import { receipt } from './pos/receipt.ts';
import { resources } from './pos/resources.ts';
import { scanner } from './pos/scanner.ts';
import { session } from './pos/session.ts';
import { posStorage } from './pos/storage.ts';

const BUYER: readonly Api[] = [
  addresses,
  analytics,
  buyerIdentity,
  cart,
  cartLineTarget,
  customerPrivacy,
  extension,
  localization,
  sessionToken,
  shop,
  storage,
];

/** The APIs that the sandbox emulates, per surface. A later one overrides members of an earlier one. */
export const APIS: SurfaceApis = {
  checkout: [...BUYER, addressAutocomplete, buyerJourney, changes, delivery, orderConfirmation, payment],
  'customer-account': [...BUYER, account, accountNavigation, intents, order, overlays],
  pos: [
    camera,
    cashDrawer,
    device,
    pinPad,
    posCart,
    posExtension,
    posNavigation,
    posStorage,
    printing,
    productSearch,
    receipt,
    resources,
    scanner,
    session,
  ],
};

/** The functions of a surface's APIs that run in the page, by path. */
export const hostFunctions = (surface: Surface): ReadonlyMap<string, HostFunction> =>
  new Map(APIS[surface].flatMap(({ host = {} }) => Object.entries(host)));
