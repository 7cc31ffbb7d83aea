import { Fragment } from 'preact';
import { optionsFor } from '../../../apis/checkout/delivery.ts';
import { formatAddress } from '../../../scene/buyer-and-shop.ts';
import { type DeliveryOption, selectedOption } from '../../../scene/delivery.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { ItemSlot, Slot } from '../extension-block.tsx';
import { RadioOption } from '../mock-elements.tsx';
import { type PageLanguage, pageLanguage } from '../page-language.ts';
import { shownKind } from './delivery-choice.tsx';

const TITLES = { ship: 'shippingMethod', pickup: 'pickupLocations', pickupPoint: 'pickupPoints' } as const;

/** The delivery options of one method. The extension may be on each of them. */
export function DeliveryMethod({ model }: { model: SandboxModel }) {
  const language = pageLanguage(model);
  const scene = model.scene.value;
  const options = optionsFor(model.target.value ?? '', scene);
  const selected = options.find((option) => option === selectedOption(scene.delivery)) ?? options[0];
  const title = language.words[TITLES[shownKind(model)]];
  return (
    <div class="checkout-step">
      <h3>{title}</h3>
      <Slot model={model} name="shipping-before" />
      <fieldset class="options" aria-label={title}>
        {options.map((option, index) => (
          <Fragment key={option.handle}>
            <RadioOption
              name="delivery"
              title={option.title}
              note={noteOf(language, option)}
              price={priceOf(language, scene, option)}
              selected={option === selected}
              onSelect={() => model.buyer.selectDelivery(option)}
            />
            <ItemSlot model={model} name="shipping-option" item={index + 1} title={option.title} />
          </Fragment>
        ))}
      </fieldset>
      {options.length === 0 && <Slot model={model} name="shipping-option" />}
      <Slot model={model} name="shipping-after" />
    </div>
  );
}

function noteOf({ words }: PageLanguage, { days, description, address }: DeliveryOption): string | undefined {
  if (days) return words.businessDays(days.min, days.max);
  return address ? formatAddress(address) : description;
}

function priceOf({ words, money }: PageLanguage, scene: Scene, { price }: DeliveryOption): string {
  const isFree = price === 0 || scene.cart.discounts.some((discount) => discount.freeShipping);
  return isFree ? words.free : money(price);
}
