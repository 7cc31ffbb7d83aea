import { Type } from 'typebox';
import { ADDRESS_SCHEMA, type Address } from '../../../scene/buyer-and-shop.ts';
import { schemaErrors } from '../../../scene/describe-error.ts';
import { parseChange, RefusedChange, type ScenePage } from '../../changes.ts';

export type AddressChangeResult =
  | { type: 'success'; errors: null }
  | { type: 'error'; errors: { field?: string; message: string }[] };

const VARIANTS = { updateShippingAddress: Type.Object({ address: Type.Object({}) }) };

/** `applyShippingAddressChange()`, whose errors name fields. */
export function applyShippingAddressChange(page: ScenePage, input: never): AddressChangeResult {
  try {
    const change = parseChange(VARIANTS, input);
    if (!page.scene.checkout.instructions.delivery.canSelectCustomAddress) {
      throw new RefusedChange(
        'This checkout does not allow the change: instructions.delivery.canSelectCustomAddress is false.',
      );
    }
    const address = Object.fromEntries(
      Object.entries(change.address).filter(([, value]) => value !== undefined),
    ) as Address;
    const errors = errorsOf(address);
    if (errors.length > 0) return { type: 'error', errors };
    page.updateScene((scene) => ({ ...scene, shippingAddress: { ...scene.shippingAddress, ...address } }));
    return { type: 'success', errors: null };
  } catch (error) {
    if (error instanceof RefusedChange) return { type: 'error', errors: [{ message: error.message }] };
    throw error;
  }
}

function errorsOf(address: Address): { field?: string; message: string }[] {
  const errors = schemaErrors(ADDRESS_SCHEMA, address).map(({ path, message, unknownKeys }) =>
    unknownKeys.length > 0
      ? { message: `An address has no field ${unknownKeys.join(', ')}.` }
      : { field: path, message: `${path} ${message}.` },
  );
  if (errors.length === 0 && address.countryCode && !isCountry(address.countryCode)) {
    return [{ field: 'countryCode', message: `The country ${address.countryCode} does not exist.` }];
  }
  return errors;
}

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string) => code !== 'ZZ' && REGIONS.of(code) !== undefined;
