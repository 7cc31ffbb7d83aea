import { locationOf } from '../../../scene/pos.ts';
import { posTotals } from '../../../scene/pos-totals.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { ExtensionBlock } from '../extension-block.tsx';
import { pageLanguage } from '../page-language.ts';

/** A printed receipt, with the extension in its header or footer. */
export function ReceiptScreen({ model }: { model: SandboxModel }) {
  const { money } = pageLanguage(model);
  const scene = model.scene.value;
  const { subtotal, discount, tax, grandTotal } = posTotals(scene);
  const isHeader = model.target.value?.startsWith('pos.receipt-header.');
  const rows = [
    ['Subtotal', subtotal - discount],
    ['Tax', tax],
    ['Total', grandTotal],
    ['Cash', grandTotal],
  ] as const;
  return (
    <div class="pos-receipt-desk">
      <div class="pos-receipt">
        {isHeader && <ExtensionBlock model={model} block="main" />}
        <div inert>
          <h2>{scene.shop.name}</h2>
          <p>{locationOf(scene.pos, model.url.value).name}</p>
          {scene.cart.lines.map((line) => (
            <p key={line.id} class="pos-receipt-row">
              <span>
                {line.quantity} × {line.title}
              </span>
              <span>{money(line.quantity * line.price)}</span>
            </p>
          ))}
          {rows.map(([label, amount]) => (
            <p key={label} class="pos-receipt-row">
              <b>{label}</b>
              <b>{money(amount)}</b>
            </p>
          ))}
          <p>Order {scene.order.name}</p>
        </div>
        {!isHeader && <ExtensionBlock model={model} block="main" />}
      </div>
    </div>
  );
}
