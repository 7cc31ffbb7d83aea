import { optionsFor } from '../../../apis/checkout/delivery.ts';
import { type DeliveryOption, isSent } from '../../../scene/delivery.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { RadioOption } from '../mock-elements.tsx';
import { pageLanguage } from '../page-language.ts';

export type DeliveryKind = 'ship' | 'pickup' | 'pickupPoint';

const ICONS: Record<DeliveryKind, string> = { ship: 'truck', pickup: 'store', pickupPoint: 'location' };

const kindOf = ({ type }: Pick<DeliveryOption, 'type'>): DeliveryKind =>
  isSent({ type }) ? 'ship' : type === 'pickup' ? 'pickup' : 'pickupPoint';

/** Whether the goods are shipped or picked up. Some targets are on the options of only one of them. */
export function shownKind(model: SandboxModel): DeliveryKind {
  const [first] = optionsFor(model.target.value ?? '', model.scene.value);
  return first ? kindOf(first) : 'ship';
}

/** The choice between shipping and pickup, if the scene has both. */
export function DeliveryChoice({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { options } = model.scene.value.delivery;
  const kinds = [...new Set(options.map(kindOf))];
  if (kinds.length < 2) return null;
  const shown = shownKind(model);
  const isFixed = /\.(shipping-option|pickup-(location|point))-/.test(model.target.value ?? '');
  return (
    <fieldset class="options" aria-label={words.deliveryChoice}>
      {kinds.map((kind) => (
        <RadioOption
          key={kind}
          name="delivery-kind"
          title={words[kind]}
          icon={ICONS[kind]}
          selected={kind === shown}
          reason={isFixed && kind !== shown ? `The target ${model.target.value} is not on these.` : undefined}
          onSelect={() => model.buyer.selectDelivery(options.find((option) => kindOf(option) === kind)!)}
        />
      ))}
    </fieldset>
  );
}
