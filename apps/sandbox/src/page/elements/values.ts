/** The properties of an element, as the extension and the buyer set them. */
export type Properties = Readonly<Record<string, unknown>>;

/** Returns a property's text; `undefined` if it is unset, empty or not a string. */
export function text(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const flag = (properties: Properties, name: string): boolean => properties[name] === true;

/** Returns a property's number; `undefined` if it is unset or not finite. */
export function number(properties: Properties, name: string): number | undefined {
  const value = properties[name];
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}

/** A boolean that the extension controls, or that starts with a default: `checked`, `open`. */
export const state = (properties: Properties, name: string, initial: string): boolean =>
  properties[name] === undefined || properties[name] === null
    ? flag(properties, initial)
    : flag(properties, name);

/** Joins class names; leaves out those that are not set. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
