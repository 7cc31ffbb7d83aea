import { shownProduct } from '../../../apis/pos/resources.ts';
import { DEFAULT_CUSTOMER, formatAddress } from '../../../scene/buyer-and-shop.ts';
import { imageOf } from '../../../scene/cart.ts';
import { catalogOf } from '../../../scene/catalog.ts';
import { locationOf } from '../../../scene/pos.ts';
import { posTotals } from '../../../scene/pos-totals.ts';
import { drawingOf } from '../../../scene/product-drawings.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';
import { ProductArt } from '../product-art.tsx';
import { Fact } from './details.tsx';

/** The content of the details screens, from the scene. */

interface FactsProps {
  model: SandboxModel;
  /** The id, if an extension opened the screen. Default: that of the target's own screen. */
  id?: number;
}

export function ProductFacts({ model, id }: FactsProps) {
  const { money } = pageLanguage(model);
  const scene = model.scene.value;
  const shown = shownProduct(scene);
  const product = catalogOf(scene).find((one) => one.id === (id ?? shown.id));
  if (!product) return <NotFound />;
  return (
    <>
      <ProductArt source={drawingOf(product.art)} />
      <Fact label="Product">{product.title}</Fact>
      {product.variants.map((variant) => (
        <Fact key={variant.id} label={variant.title}>
          {money(variant.price)} · {variant.stock} in stock
        </Fact>
      ))}
    </>
  );
}

export function LineItemFacts({ model }: FactsProps) {
  const { money } = pageLanguage(model);
  const scene = model.scene.value;
  const [line] = scene.cart.lines;
  if (!line) return <p>The cart is empty.</p>;
  return (
    <>
      <ProductArt source={imageOf(line).url} />
      <Fact label={line.variant}>{line.title}</Fact>
      <Fact label="Quantity">{line.quantity}</Fact>
      <Fact label="Price">{money(line.price)}</Fact>
      {line.pos?.sellingPlan && <Fact label="Selling plan">{line.pos.sellingPlan.name}</Fact>}
    </>
  );
}

export function CustomerFacts({ model, id }: FactsProps) {
  const { buyer, pos } = model.scene.value;
  return (
    <>
      <Fact label={`Customer ${id ?? model.url.value.customer ?? DEFAULT_CUSTOMER}`}>
        {buyer.firstName} {buyer.lastName}
      </Fact>
      <Fact label="Email">{buyer.email}</Fact>
      {pos.customerAddresses.map((address) => (
        <Fact key={address.id} label={address.id === pos.defaultAddressId ? 'Default address' : 'Address'}>
          {formatAddress(address)}
        </Fact>
      ))}
    </>
  );
}

export function OrderFacts({ model, id }: FactsProps) {
  const scene = model.scene.value;
  return (
    <>
      <Fact label="Order">{id === undefined ? scene.order.name : `number ${id}`}</Fact>
      <Lines model={model} />
    </>
  );
}

export function DraftOrderFacts({ model, id }: FactsProps) {
  const { draftOrder } = model.scene.value.pos;
  return (
    <>
      <Fact label="Draft order">{id === undefined ? draftOrder.name : `number ${id}`}</Fact>
      <Lines model={model} />
    </>
  );
}

export const TransactionFacts = ({ model }: FactsProps) => (
  <>
    <Fact label="Order">{model.scene.value.order.name}</Fact>
    <Lines model={model} />
    <Fact label="Change">{pageLanguage(model).money(0)}</Fact>
  </>
);

export function RegisterFacts({ model }: FactsProps) {
  const { pos } = model.scene.value;
  const { name, registerName } = locationOf(pos, model.url.value);
  return (
    <>
      <Fact label="Register">{registerName}</Fact>
      <Fact label="Location">{name}</Fact>
      <Fact label="Cash drawer">{pos.isCashDrawerOpen ? 'open' : 'closed'}</Fact>
      <Fact label="Tracking session">
        {pos.cashSession ? `since ${pageLanguage(model).time(pos.cashSession.openingTime)}` : 'none'}
      </Fact>
    </>
  );
}

function Lines({ model }: { model: SandboxModel }) {
  const { money } = pageLanguage(model);
  const scene = model.scene.value;
  return (
    <>
      {scene.cart.lines.map((line) => (
        <Fact key={line.id} label={`${line.quantity} × ${line.title}`}>
          {money(line.quantity * line.price)}
        </Fact>
      ))}
      <Fact label="Total">{money(posTotals(scene).grandTotal)}</Fact>
    </>
  );
}

const NotFound = () => <p>The scene does not have this product.</p>;
