import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { hash } from '../../../scene/seed.ts';
import type { RecordContext } from './record-context.ts';
import { handleOf } from './record-context.ts';

/** The place of a value in the response. */
export interface ValuePlace {
  /** Type of the object that has the field. */
  parent: string;
  field: string;
  seed: string;
}

/** Makes up a value of a scalar or an enum from its field's name. The same place always has the same value. */
export function makeValue(type: GraphQLLeafType, place: ValuePlace, context: RecordContext): unknown {
  if (isEnumType(type)) return enumValue(type, context);
  const { field, seed } = place;
  switch (type.name) {
    case 'Boolean':
      return !RARELY_TRUE.test(field);
    case 'Int':
      return intOf(field, seed);
    case 'Float':
      return (hash(seed) % 1000) / 10;
    case 'ID':
    case 'StorefrontID':
      return `gid://shopify/${capitalized(field.replace(/Id$/, ''))}/${hash(seed) % 100_000}`;
    case 'UnsignedInt64':
    case 'BigInt':
      return String(intOf(field, seed));
    case 'Decimal':
    case 'Money':
      return (1 + (hash(seed) % 100)).toFixed(2);
    case 'DateTime':
    case 'ISO8601DateTime':
      return dateOf(seed, context);
    case 'Date':
      return dateOf(seed, context).slice(0, 10);
    case 'UtcOffset':
      return '-05:00';
    case 'URL':
      return urlOf(place, context);
    case 'HTML':
    case 'FormattedString':
      return `<p>${sentence(place)}</p>`;
    case 'JSON':
      return {};
    case 'Color':
      return '#4F46E5';
    default:
      return textOf(place, context);
  }
}

/** Fields whose value is usually absent, if the schema allows it. */
export const isUsuallyAbsent = (field: string): boolean => USUALLY_ABSENT.test(field);

const USUALLY_ABSENT =
  /^(cancel|closed|deleted|archived|compareAt|error|refunded|returnInfo|sellingPlan|endsAt|deactivated|parentRelationship|unitPrice|subscriptionContract$|purchasingEntity)/i;

const RARELY_TRUE =
  /^(has|is(GiftCard|Archived|Expired|Deleted)|requires|test|closed|cancel|edited|taxExempt|giftCard|overdue|blocked|partial|currentlyNotInStock|dutiesIncluded|estimated|unpaid|isFulfillmentService|list$)/i;

/** Values that describe a shop in normal operation, the likeliest first. */
const NORMAL =
  'ACTIVE PAID FULFILLED SUCCESS ENABLED PUBLISHED SUBSCRIBED AVAILABLE IN_TRANSIT OPEN READY COMPLETED GRAMS'.split(
    ' ',
  );

function enumValue(type: GraphQLEnumType, { scene }: RecordContext): unknown {
  const preferred: Record<string, string | undefined> = {
    CurrencyCode: scene.currency,
    CountryCode: scene.shippingAddress.countryCode ?? 'US',
    LanguageCode: 'EN',
  };
  const values = type.getValues();
  const wanted = [preferred[type.name], ...NORMAL].find((name) => values.some((one) => one.name === name));
  return (values.find(({ name }) => name === wanted) ?? values[0])?.value;
}

function intOf(field: string, seed: string): number {
  if (/^(width|height)$/i.test(field)) return 640;
  if (/quantity/i.test(field)) return 1 + (hash(seed) % 3);
  if (/count|^numberOf/i.test(field)) return 3;
  if (/precision|discount|refund/i.test(field)) return 0;
  return 1 + (hash(seed) % 20);
}

/** One of the 60 days before the shop's order. */
function dateOf(seed: string, { scene }: RecordContext): string {
  const days = hash(seed) % 60;
  const at = new Date(Date.parse(scene.order.processedAt) - days * 86_400_000);
  return at.toISOString().replace('.000', '');
}

const isImage = ({ parent, field }: ValuePlace) =>
  /image|icon|avatar|logo|thumbnail/i.test(`${parent} ${field}`);

function urlOf(place: ValuePlace, { scene, imageUrl }: RecordContext): string {
  if (isImage(place)) return imageUrl(`image-${hash(place.seed) % 100}`);
  return `${scene.shop.storefrontUrl}/${handleOf(words(place.field).replace(/ ?url$/i, '')) || 'pages/sample'}`;
}

function textOf(place: ValuePlace, context: RecordContext): string {
  const { parent, field, seed } = place;
  const { scene } = context;
  if (/email/i.test(field)) return scene.buyer.email;
  if (/phone/i.test(field)) return '+12075550142';
  if (/url$|^src$/i.test(field)) return urlOf(place, context);
  if (/currency/i.test(field)) return scene.currency;
  if (/country(Code)?$/i.test(field)) return scene.shippingAddress.countryCode ?? 'US';
  if (/cursor/i.test(field)) return Buffer.from(seed).toString('base64url').slice(0, 24);
  if (/handle$/i.test(field)) return handleOf(`${words(parent)} ${hash(seed) % 100}`);
  if (/(^|[a-z])(number|code|sku|barcode|token)$/i.test(field)) return `SAMPLE${hash(seed) % 10_000}`;
  if (/^(title|name|displayName|label)$/.test(field)) return `Sample ${words(parent)}`;
  return sentence(place);
}

const sentence = ({ field }: ValuePlace) => `Sample ${words(field)}`;

/** `trackingNumber` → `tracking number`. */
const words = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
