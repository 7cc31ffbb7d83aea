/** Checks of the arguments that extensions pass: the worker runs foreign code. Each error names the function. */

/** A text that is not blank. */
export function textArgument(value: unknown, name: string, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') fail(at, `${name} must be a text that is not empty`);
  return value;
}

/** A numeric id, such as a variant's. */
export function idArgument(value: unknown, name: string, at: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1) fail(at, `${name} must be a numeric id`);
  return value as number;
}

export const MAX_QUANTITY = 999_999;

export function quantityArgument(value: unknown, at: string): number {
  const isQuantity = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_QUANTITY;
  if (!isQuantity) fail(at, `quantity must be a whole number from 1 to ${MAX_QUANTITY}`);
  return value as number;
}

/** An amount of money or a percentage, as a decimal text (`'5.00'`) or a number. */
export function amountArgument(
  value: unknown,
  name: string,
  at: string,
  max = Number.MAX_SAFE_INTEGER,
): number {
  const isDecimal =
    typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()));
  const amount = isDecimal ? Number(value) : Number.NaN;
  if (!(amount > 0 && amount <= max)) {
    fail(at, `${name} must be a decimal above 0${max === 100 ? ', at most 100' : ''}, such as '10.00'`);
  }
  return amount;
}

export function flagArgument(value: unknown, name: string, at: string): boolean {
  if (typeof value !== 'boolean') fail(at, `${name} must be true or false`);
  return value;
}

export function recordArgument(value: unknown, name: string, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(at, `${name} must be an object`);
  return value as Record<string, unknown>;
}

export function listArgument(value: unknown, name: string, at: string): readonly unknown[] {
  if (!Array.isArray(value)) fail(at, `${name} must be an array`);
  return value;
}

/** Custom properties: texts by key. */
export function propertiesArgument(value: unknown, at: string): Record<string, string> {
  const properties = recordArgument(value, 'properties', at);
  for (const [key, text] of Object.entries(properties)) {
    if (typeof text !== 'string') fail(at, `the property ${JSON.stringify(key)} must be a text`);
  }
  return properties as Record<string, string>;
}

export function keysArgument(value: unknown, at: string): readonly string[] {
  const keys = listArgument(value, 'keys', at);
  if (!keys.every((key) => typeof key === 'string')) fail(at, 'keys must be texts');
  return keys as readonly string[];
}

export function fail(at: string, problem: string): never {
  throw new TypeError(`${at}(): ${problem}.`);
}
