import type { CartLine } from '../../../scene/cart.ts';
import type { PosDiscount } from '../../../scene/pos-cart.ts';
import { discountedLine, posTotals } from '../../../scene/pos-totals.ts';
import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { type PageLanguage, pageLanguage } from '../page-language.ts';

/** The cart, as the extension's writes leave it. "Checkout" completes the sale. */
export function CartPanel({ model }: { model: SandboxModel }) {
  const { money } = pageLanguage(model);
  const scene = model.scene.value;
  const { cart, pos } = scene;
  const { subtotal, discount, tax, grandTotal } = posTotals(scene);
  return (
    <section class="pos-cart" aria-label="Cart">
      <div class="pos-customer">
        <Icon name="profile" />
        {customerName(model)}
      </div>
      {cart.lines.length === 0 ? (
        <p class="subdued">The cart is empty.</p>
      ) : (
        <ul>
          {cart.lines.map((line) => (
            <Line key={line.id} money={money} line={line} />
          ))}
        </ul>
      )}
      <dl class="pos-totals">
        <Total label="Subtotal" value={money(subtotal)} />
        {pos.cart.discounts.map((one, index) => (
          <Total key={index} label={discountText(money, one)} value="" />
        ))}
        {discount > 0 && <Total label="Discounts" value={`-${money(discount)}`} />}
        <Total label="Tax" value={money(tax)} />
        {Object.entries(pos.cart.properties).map(([key, value]) => (
          <Total key={key} label={key} value={value} />
        ))}
        {pos.cart.note && <Total label="Note" value={pos.cart.note} />}
      </dl>
      <button
        type="button"
        class="pay"
        disabled={cart.lines.length === 0}
        onClick={() => model.counter.complete('Sale')}
      >
        Checkout {money(grandTotal)}
      </button>
    </section>
  );
}

type Money = PageLanguage['money'];

/** The name of the customer in the cart. Only the scene's own buyer has one. */
function customerName({ url, scene }: SandboxModel): string {
  const { customer } = url.value;
  const { firstName, lastName } = scene.value.buyer;
  return customer ? `${firstName} ${lastName} (${customer})` : 'No customer';
}

function Line({ money, line }: { money: Money; line: CartLine }) {
  const { quantity, title, price, attributes, pos = {} } = line;
  const full = quantity * price;
  const reduced = discountedLine(line);
  const notes = [
    ...(pos.discounts ?? []).map((discount) => discountText(money, discount)),
    ...(pos.sellingPlan ? [pos.sellingPlan.name] : []),
    ...(pos.attributedUserId === undefined ? [] : [`Staff ${pos.attributedUserId}`]),
    ...attributes.map(({ key, value }) => `${key}: ${value}`),
  ];
  return (
    <li>
      <span>
        {quantity} × {title}
        {notes.map((note, index) => (
          <small key={index}>{note}</small>
        ))}
      </span>
      <span class="pos-price">
        {reduced < full && <s>{money(full)}</s>}
        {money(reduced)}
      </span>
    </li>
  );
}

function discountText(money: Money, { type, title, amount }: PosDiscount): string {
  if (type === 'Code') return `Code ${title}`;
  return `${title} (${type === 'Percentage' ? `${amount} %` : money(amount)} off)`;
}

const Total = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
