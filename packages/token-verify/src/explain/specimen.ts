import { holderOf } from '../claims.ts';
import type { CompactJws, JsonObject } from '../compact-jws.ts';
import type { TokenHolder } from '../identity.ts';
import { findSurprises, isKnownClaim, type Surprise } from './known-forms.ts';
import { type Shape, shapeOf } from './shapes.ts';

/** The shapes and lengths of a token, without any values. */
export interface Specimen {
  /** In characters. */
  length: number;
  /** In characters: of the header, the payload and the signature. */
  segments?: readonly number[];
  header?: readonly Member[];
  claims?: readonly Member[];
  holder?: TokenHolder;
  /** From `iat` to `exp`, and from `iat` to `nbf`. */
  lifetimeSeconds?: number;
  nbfAfterIatSeconds?: number;
  /** Forms that no public source shows. */
  surprises: readonly Surprise[];
}

interface Member {
  name: string;
  /** The value itself for `alg` and `typ`, if it is a registered one. */
  shape: string;
  /** Number of characters, list entries or object members. */
  length?: number;
}

interface DecodedToken {
  jws?: CompactJws | undefined;
  header?: JsonObject | undefined;
  payload?: JsonObject | undefined;
}

/** Describes a token so that the description can be published. */
export function createSpecimen(unverifiedToken: unknown, { jws, header, payload }: DecodedToken): Specimen {
  const length = typeof unverifiedToken === 'string' ? unverifiedToken.length : 0;
  return {
    length,
    ...(jws && { segments: [jws.header.length, jws.payload.length, jws.signature.length] }),
    ...(header && { header: Object.entries(header).map(describeField) }),
    ...(payload && describePayload(payload)),
    surprises: payload ? findSurprises(payload) : [],
  };
}

function describePayload(payload: JsonObject) {
  const { exp, nbf, iat } = payload;
  return {
    claims: Object.entries(payload).map(([name, value]) => describeMember(claimName(name), value)),
    holder: holderOf(payload),
    ...difference('lifetimeSeconds', exp, iat),
    ...difference('nbfAfterIatSeconds', nbf, iat),
  };
}

/** Only a difference of plausible times is printed: others may be values in disguise. */
function difference<Name extends string>(name: Name, later: unknown, earlier: unknown) {
  const seconds = shapeOf(later) === 'seconds' && shapeOf(earlier) === 'seconds';
  return (seconds ? { [name]: Number(later) - Number(earlier) } : {}) as { [key in Name]?: number };
}

const REGISTERED: Record<string, readonly unknown[]> = {
  alg: ['HS256', 'HS384', 'HS512', 'RS256', 'ES256', 'PS256', 'EdDSA', 'none'],
  typ: ['JWT', 'jwt', 'at+jwt'],
};

function describeField([name, value]: [string, unknown]): Member {
  const isRegistered = Object.hasOwn(REGISTERED, name) && REGISTERED[name]?.includes(value);
  if (isRegistered) return { name, shape: String(value) };
  return describeMember(safeName(name), value);
}

function describeMember(name: string, value: unknown): Member {
  const length = lengthOf(value);
  return { name, shape: shapeOf(value) satisfies Shape, ...(length !== undefined && { length }) };
}

function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

/** A plain identifier, which can hardly be a value. Digits could be an id. */
const PLAIN_NAME = /^[A-Za-z_]{1,32}$/;

const safeName = (name: string) => (PLAIN_NAME.test(name) ? name : `a name of ${name.length} characters`);
const claimName = (name: string) => (isKnownClaim(name) ? name : safeName(name));

/** Returns a specimen as lines of text for an issue. */
export function formatSpecimen(specimen: Specimen): string {
  const { length, segments, header, claims, holder, lifetimeSeconds, nbfAfterIatSeconds, surprises } =
    specimen;
  const lines = [`length    ${length}${segments ? ` = ${segments.join(' + ')} + 2 dots` : ', not a JWT'}`];
  for (const field of header ?? []) lines.push(`header    ${formatMember(field)}`);
  if (holder) lines.push(`holder    ${holder}`);
  for (const claim of claims ?? []) lines.push(`claim     ${formatMember(claim)}`);
  if (lifetimeSeconds !== undefined) lines.push(`lifetime  ${lifetimeSeconds} s from iat to exp`);
  if (nbfAfterIatSeconds !== undefined) lines.push(`nbf       ${nbfAfterIatSeconds} s after iat`);
  const unseen = surprises.map(({ claim, shape }) => `${claim} ${shape}`);
  if (unseen.length > 0) lines.push(`not seen before: ${unseen.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

const formatMember = ({ name, shape, length }: Member) =>
  length === undefined ? `${name} ${shape}` : `${name} ${shape} (${length})`;
