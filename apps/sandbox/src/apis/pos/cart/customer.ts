import type { CustomerAddress } from '../../../scene/pos.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { Api, HostContext } from '../../api.ts';
import { fail, idArgument, recordArgument } from './arguments.ts';
import { assertEditable, write } from './write.ts';

/** The customer in the cart, who is that of the "In the cart" control, and the customer's addresses. */
export const customerWrites: NonNullable<Api['host']> = {
  'cart.setCustomer'(page, customer: unknown) {
    const at = 'cart.setCustomer';
    const { id } = recordArgument(customer, 'customer', at);
    assertEditable(page, at);
    page.setControls({ customer: String(idArgument(id, 'customer.id', at)) });
  },
  'cart.removeCustomer'(page) {
    assertEditable(page, 'cart.removeCustomer');
    page.setControls({ customer: undefined });
  },
  'cart.addAddress'(page, address: unknown) {
    const at = 'cart.addAddress';
    const fields = addressOf(address, at);
    assertCustomer(page, at);
    write(page, at, (scene) => {
      const { customerAddresses } = scene.pos;
      const id = Math.max(500, ...customerAddresses.map((one) => one.id)) + 1;
      return withAddresses(scene, { customerAddresses: [...customerAddresses, { ...fields, id }] });
    });
  },
  'cart.deleteAddress'(page, addressId: unknown) {
    const at = 'cart.deleteAddress';
    assertCustomer(page, at);
    const { id } = addressWith(page, addressId, at);
    write(page, at, (scene) => {
      const customerAddresses = scene.pos.customerAddresses.filter((one) => one.id !== id);
      const isDefault = scene.pos.defaultAddressId === id;
      return withAddresses(scene, {
        customerAddresses,
        ...(isDefault && { defaultAddressId: customerAddresses[0]?.id ?? 0 }),
      });
    });
  },
  'cart.updateDefaultAddress'(page, addressId: unknown) {
    const at = 'cart.updateDefaultAddress';
    assertCustomer(page, at);
    const { id } = addressWith(page, addressId, at);
    write(page, at, (scene) => withAddresses(scene, { defaultAddressId: id }));
  },
};

/** The texts of the types' `Address`; anything else is refused. */
const ADDRESS_FIELDS = [
  'address1',
  'address2',
  'city',
  'company',
  'firstName',
  'lastName',
  'phone',
  'province',
  'country',
  'zip',
  'name',
  'provinceCode',
  'countryCode',
] as const;

function addressOf(address: unknown, at: string): Omit<CustomerAddress, 'id'> {
  const given = recordArgument(address, 'address', at);
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const isField = (ADDRESS_FIELDS as readonly string[]).includes(name);
    if (!isField || typeof value !== 'string') fail(at, `address.${name} is not a text field of an address`);
    fields[name] = value;
  }
  if (Object.keys(fields).length === 0) fail(at, 'the address is empty');
  return fields;
}

function assertCustomer({ state }: HostContext, at: string): void {
  if (!state.customer) throw new Error(`${at}(): no customer is in the cart.`);
}

function addressWith({ scene }: HostContext, addressId: unknown, at: string): CustomerAddress {
  const id = idArgument(addressId, 'addressId', at);
  return (
    scene.pos.customerAddresses.find((address) => address.id === id) ??
    fail(at, `the customer has no address ${id}`)
  );
}

const withAddresses = (
  scene: Scene,
  change: Partial<Pick<Scene['pos'], 'customerAddresses' | 'defaultAddressId'>>,
): Scene => ({ ...scene, pos: { ...scene.pos, ...change } });
