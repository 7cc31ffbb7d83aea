import { Fragment } from 'preact';
import { optionsFor } from '../../../apis/checkout/delivery.ts';
import { formatAddress } from '../../../scene/buyer-and-shop.ts';
import { type DeliveryOption, selectedOption } from '../../../scene/delivery.ts';
import { formatMoney, type Scene } from '../../../scene/scene.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { ItemSlot } from '../extension-block.tsx';
import { RadioOption } from '../mock-elements.tsx';

const TITLES: Record<string, string> = { pickup: 'Pickup locations', pickupPoint: 'Pickup points' };

/** The delivery options of one method. The extension may be on each of them. */
export function DeliveryMethod({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  const options = optionsFor(model.target.value ?? '', scene);
  const selected = options.find((option) => option === selectedOption(scene.delivery)) ?? options[0];
  const select = (handle: string) =>
    model.updateScene((current) => ({ ...current, delivery: { ...current.delivery, selected: handle } }));
  return (
    <div class="checkout-step far">
      <h2>{TITLES[options[0]?.type ?? ''] ?? 'Shipping method'}</h2>
      <div class="options">
        {options.map((option, index) => (
          <Fragment key={option.handle}>
            <RadioOption
              name="delivery"
              title={option.title}
              note={noteOf(option)}
              price={priceOf(scene, option)}
              selected={option === selected}
              onSelect={() => select(option.handle)}
            />
            <ItemSlot model={model} name="shipping-option" item={index + 1} title={option.title} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function noteOf({ days, description, address }: DeliveryOption): string | undefined {
  if (days) return `${days.min} to ${days.max} business days`;
  return address ? formatAddress(address) : description;
}

function priceOf(scene: Scene, { price }: DeliveryOption): string {
  const isFree = price === 0 || scene.cart.discounts.some((discount) => discount.freeShipping);
  return isFree ? 'Free' : formatMoney(scene, price);
}
