/** A TOML table whose fields are not yet known to have the right types. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns a text field; `required` makes its absence an error. Throws a TypeError that names the field. */
export function textOf(fields: Fields, key: string, required: 'required'): string;
export function textOf(fields: Fields, key: string): string | undefined;
export function textOf(fields: Fields, key: string, required?: 'required'): string | undefined {
  const value = fields[key];
  if (value === undefined && !required) return undefined;
  if (typeof value !== 'string') throw new TypeError(`expected "${key}" to be a string`);
  return value;
}

/** Returns a table, empty if the field is missing. Throws a TypeError that names the field. */
export function tableOf(fields: Fields, key: string): Fields {
  const value = fields[key] ?? {};
  if (!isTable(value)) throw new TypeError(`expected [${key}] to be a table`);
  return value;
}

/** Returns an array of tables, empty if the field is missing. Throws a TypeError that names the field. */
export function listOf(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value) || !value.every(isTable)) {
    throw new TypeError(`expected [[${key}]] to be a list of tables`);
  }
  return value;
}

/** Whether a value is a table: an object, but not an array. */
export function isTable(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
