/** Markup that is safe to insert: every interpolated value was escaped. */
export interface Html {
  readonly markup: string;
}

/** Builds HTML from a template. Escapes every value, except for `Html` and lists of it. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return { markup: String.raw({ raw: strings }, ...values.map(toMarkup)) };
}

function toMarkup(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'object')
    return [value]
      .flat()
      .map(({ markup }) => markup)
      .join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
