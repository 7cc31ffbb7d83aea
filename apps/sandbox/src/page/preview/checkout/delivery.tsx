import type { Address } from '../../../scene/buyer-and-shop.ts';
import { errorAt } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';
import { Field, Input } from '../mock-elements.tsx';
import { pageLanguage } from '../page-language.ts';
import { slotOf } from '../slots.ts';
import { DeliveryChoice, shownKind } from './delivery-choice.tsx';

/** Shipping or pickup and, for shipping, the address. An extension in the address keeps it visible. */
export function Delivery({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const isOnAddress = slotOf(model.target.value ?? '').startsWith('address-');
  return (
    <div class="checkout-step">
      <h2>{words.delivery}</h2>
      <DeliveryChoice model={model} />
      {(isOnAddress || shownKind(model) === 'ship') && (
        <>
          <Slot model={model} name="address-before" />
          <AddressForm model={model} />
          <Slot model={model} name="address-after" />
        </>
      )}
    </div>
  );
}

type TextField = Exclude<keyof Address, 'oneTimeUse' | 'countryCode' | 'name'>;

function AddressForm({ model }: { model: SandboxModel }) {
  const { words, country } = pageLanguage(model);
  const { shippingAddress, checkout } = model.scene.value;
  const errorOf = (name: string) =>
    errorAt(model.journey.value, `$.cart.deliveryGroups[0].deliveryAddress.${name}`);

  const field = (label: string, name: TextField, type?: 'tel') => (
    <Input
      label={label}
      {...(type && { type })}
      value={shippingAddress[name] ?? ''}
      error={errorOf(name)}
      onChange={(value) => model.buyer.changeAddress({ [name]: value }).errors?.[0]?.message}
    />
  );
  const { countryCode } = shippingAddress;
  return (
    <>
      <Field
        label={words.country}
        value={countryCode ? country(countryCode) : ''}
        error={errorOf('countryCode')}
        icon="chevron-down"
      />
      <div class="field-row">
        {field(words.firstName, 'firstName')}
        {field(words.lastName, 'lastName')}
      </div>
      {field(words.company, 'company')}
      {field(words.address, 'address1')}
      {field(words.apartment, 'address2')}
      <div class="field-row">
        {field(words.city, 'city')}
        {field(words.province, 'provinceCode')}
        {field(words.zip, 'zip')}
      </div>
      {field(words.phone, 'phone', 'tel')}
      {checkout.localizedFields.map(({ key, title, value }) => (
        <Field key={key} label={title} value={value} />
      ))}
    </>
  );
}
