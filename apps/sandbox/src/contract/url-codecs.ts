/** How one switch is written in the URL; `undefined` where the text is none of its values, or needs no writing. */
export interface Codec<Value> {
  parse(text: string): Value | undefined;
  format(value: Value): string | undefined;
}

/** One of a few words; the default is not written. */
export const choice = <Value extends string>(
  values: readonly Value[],
  unwritten?: NoInfer<Value>,
): Codec<Value> => ({
  parse: (text) => values.find((value) => value === text),
  format: (value) => (value === unwritten ? undefined : value),
});

export const matching = (pattern: RegExp): Codec<string> => ({
  parse: (text) => (pattern.test(text) ? text : undefined),
  format: (value) => value,
});

/** `on` and `off`; without `unwritten`, both are written. */
export const onOff = (unwritten?: boolean): Codec<boolean> => ({
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  format: (value) => (value === unwritten ? undefined : value ? 'on' : 'off'),
});

/** A whole number within bounds; the default is not written. */
export const integer = (min: number, max: number, unwritten: number): Codec<number> => ({
  parse(text) {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  format: (value) => (value === unwritten ? undefined : String(value)),
});
