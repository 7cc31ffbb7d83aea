/** Reads and writes one control in the URL. `undefined` for an invalid text, and for a value that is left out. */
export interface Codec<Value> {
  parse(text: string): Value | undefined;
  format(value: Value): string | undefined;
}

/** One of a few words; the default is left out. */
export const choice = <Value extends string>(
  values: readonly Value[],
  omitted?: NoInfer<Value>,
): Codec<Value> => ({
  parse: (text) => values.find((value) => value === text),
  format: (value) => (value === omitted ? undefined : value),
});

export const matching = (pattern: RegExp): Codec<string> => ({
  parse: (text) => (pattern.test(text) ? text : undefined),
  format: (value) => value,
});

/** `on` and `off`; without a default, both are written. */
export const onOff = (omitted?: boolean): Codec<boolean> => ({
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  format: (value) => (value === omitted ? undefined : value ? 'on' : 'off'),
});

/** A whole number within bounds; a default is left out. */
export const integer = (min: number, max: number, omitted?: number): Codec<number> => ({
  parse(text) {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  format: (value) => (value === omitted ? undefined : String(value)),
});
