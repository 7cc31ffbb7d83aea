import type { FunctionComponent } from 'preact';
import type { NativeScreen } from '../../../contract/host-views.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { CustomerFacts, DraftOrderFacts, OrderFacts, ProductFacts } from './facts.tsx';
import { Overlay } from './overlay.tsx';

const FACTS: Record<NativeScreen['kind'], FunctionComponent<{ model: SandboxModel; id: number }>> = {
  product: ProductFacts,
  customer: CustomerFacts,
  order: OrderFacts,
  'draft-order': DraftOrderFacts,
};

/** The screen of POS that an extension opened with `navigation.navigate('shopify:point-of-sale/…')`. */
export function NativeScreenView({ model }: { model: SandboxModel }) {
  const { nativeScreen } = model.pos;
  if (!nativeScreen.value) return null;
  const { kind, id } = nativeScreen.value;
  const Facts = FACTS[kind];
  const close = () => {
    nativeScreen.value = undefined;
  };
  return (
    <Overlay isFull label={`${kind} ${id}`} onClose={close}>
      <div class="pos-details-body">
        <div class="pos-facts">
          <Facts model={model} id={id} />
        </div>
      </div>
    </Overlay>
  );
}
