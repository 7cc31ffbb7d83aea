import { type Fields, listOf, textOf } from './toml-fields.ts';

/** The file that makes a directory an extension. The Shopify CLI accepts any `*.extension.toml`. */
export const MANIFEST_FILE = 'shopify.extension.toml';

/** UI extensions, and the types that they had before `ui_extension`. */
const UI_TYPES = [
  'ui_extension',
  'checkout_ui_extension',
  'pos_ui_extension',
  'customer_accounts_ui_extension',
];

/** Where the manifest of one UI extension is. */
export interface ExtensionSource {
  /** The folder of the manifest. */
  directory: string;
  /** The manifest's file name. Default `shopify.extension.toml`. */
  manifestFile?: string;
  /** Position among the UI extensions of the file, from 0. Default: the only one. */
  index?: number;
  /** Absolute path of the app's TOML file. Default: the one of the nearest folder that has one. */
  appFile?: string;
}

/**
 * Returns the extensions of a manifest, each with the fields that it inherits from the document, as the CLI merges
 * them. A document without `[[extensions]]` is itself one extension.
 */
export function entriesOf(document: Fields): readonly Fields[] {
  if (document.extensions === undefined) return [document];
  const { api_version, description, settings } = document;
  const inherited = Object.entries({ api_version, description, settings }).filter(
    ([, value]) => value !== undefined,
  );
  return listOf(document, 'extensions').map((entry) => ({ ...Object.fromEntries(inherited), ...entry }));
}

/** Whether the entry is a UI extension. One without a type counts, so that reading it reports the mistake. */
export const isUiExtension = ({ type }: Fields): boolean =>
  type === undefined || UI_TYPES.includes(type as string);

/** Selects the UI extension of a source. Throws a TypeError if the document does not have it. */
export function selectEntry(document: Fields, index: number | undefined): Fields {
  const entries = entriesOf(document);
  const found = entries.filter(isUiExtension);
  if (index !== undefined) {
    const entry = found[index];
    if (entry) return entry;
  } else if (found.length === 1) {
    return found[0]!;
  }
  const [first] = entries;
  if (found.length === 0 && entries.length === 1) {
    throw new TypeError(`expected type "ui_extension", found "${textOf(first!, 'type')}"`);
  }
  throw new TypeError(
    index === undefined
      ? `expected one UI extension, found ${found.length}`
      : `expected at least ${index + 1} UI extensions, found ${found.length}`,
  );
}

/** Returns the extension's handle. Only documents without `[[extensions]]` may omit it: the CLI then uses the name. */
export function handleOf(entry: Fields, document: Fields): string {
  if (document.extensions !== undefined) return textOf(entry, 'handle', 'required');
  const name = textOf(entry, 'name', 'required');
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return textOf(entry, 'handle') ?? slug.replaceAll(/^-|-$/g, '');
}
