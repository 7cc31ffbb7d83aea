import { setAttribute, setRole } from './host-element.ts';
import { text } from './values.ts';
import type { ViewProps } from './view-props.ts';

interface Mark {
  text: string;
  background: string;
  color: string;
}

const mark = (content: string, background: string, color = '#fff'): Mark => ({
  text: content,
  background,
  color,
});

/** Words in the colors that buyers know; the logos themselves belong to the payment providers. */
const MARKS: Record<string, Mark> = {
  'american-express': mark('AMEX', '#006fcf'),
  amex: mark('AMEX', '#006fcf'),
  'apple-pay': mark('Pay', '#000'),
  bancontact: mark('Bancontact', '#005498'),
  'diners-club': mark('Diners', '#0079be'),
  discover: mark('Discover', '#f4f4f4', '#111'),
  'google-pay': mark('G Pay', '#fff', '#3c4043'),
  ideal: mark('iDEAL', '#cc0066'),
  jcb: mark('JCB', '#0b4ea2'),
  klarna: mark('Klarna', '#ffb3c7', '#0b051d'),
  maestro: mark('maestro', '#fff', '#1a1a1a'),
  mastercard: mark('master', '#fff', '#1a1a1a'),
  master: mark('master', '#fff', '#1a1a1a'),
  paypal: mark('PayPal', '#fff', '#003087'),
  'shop-pay': mark('shop', '#5a31f4'),
  'shopify-pay': mark('shop', '#5a31f4'),
  unionpay: mark('UnionPay', '#016797'),
  visa: mark('VISA', '#fff', '#1434cb'),
};

/** `au-kantan-kessai` → `au kantan`: what fits on a card. */
function nameOf(type: string): string {
  const name = type.replaceAll('-', ' ');
  return name.length > 11 ? name.slice(0, 11).trim() : name;
}

/** A card with the name of the payment method. */
export function PaymentIcon({ properties, element }: ViewProps) {
  const type = text(properties, 'type') ?? '';
  const { text: content, background, color } = MARKS[type] ?? mark(nameOf(type), '#fff', '#303238');
  setRole(element, 'img');
  setAttribute(
    element.host,
    'aria-label',
    text(properties, 'accessibilityLabel') ?? (nameOf(type) || 'Payment method'),
  );
  const isGeneric = /^(|generic|empty)$/.test(type);
  return (
    <svg class="payment" viewBox="0 0 38 24" width="38" height="24" aria-hidden="true">
      <rect
        x=".5"
        y=".5"
        width="37"
        height="23"
        rx="3.5"
        fill={isGeneric ? '#fff' : background}
        stroke="#0002"
      />
      {isGeneric ? (
        <path d="M4 8h30M7 16h8" stroke="#5c5f69" stroke-width="2.4" />
      ) : (
        <text
          x="19"
          y="12.5"
          fill={color}
          text-anchor="middle"
          dominant-baseline="middle"
          font-weight="700"
          font-size={content.length > 6 ? 6 : 9}
          {...(content.length > 8 && { textLength: 32, lengthAdjust: 'spacingAndGlyphs' })}
        >
          {content}
        </text>
      )}
    </svg>
  );
}
