import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { type ExtensionLocales, readLocales } from './locales.ts';
import { type BundleProblem, BundleProblemError } from './problem.ts';
import { readShippedTypes, type ShippedTypes } from './shipped-types.ts';
import { type Fields, listOf, tableOf, textOf } from './toml-fields.ts';
import { describeUnknownName } from './unknown-name.ts';

/** The file that makes a directory an extension, as the Shopify CLI reads it. */
export const MANIFEST_FILE = 'shopify.extension.toml';

/** The contents of `shopify.extension.toml` and `locales/`. */
export interface ExtensionManifest {
  /** The name as written: `t:name` refers to a key of the locales. */
  name: string;
  handle: string;
  /** Absent until the CLI has added it. */
  uid?: string;
  /** API version of the installed types, `YYYY-MM`. */
  apiVersion: string;
  /** At least one target, in the order of the file. */
  targets: readonly ExtensionTarget[];
  capabilities: ExtensionCapabilities;
  /** Fields of `[extensions.settings]`, which a merchant can fill in. */
  settings: readonly SettingField[];
  locales: ExtensionLocales;
}

export interface ExtensionTarget {
  /** Such as `purchase.checkout.block.render`. */
  target: string;
  /** The module whose default export renders the target, relative to the extension's directory. */
  module: string;
}

/** `[extensions.capabilities]`; each is false unless the file sets it to true. */
export interface ExtensionCapabilities {
  networkAccess: boolean;
  apiAccess: boolean;
  blockProgress: boolean;
}

export interface SettingField {
  key: string;
  /** Such as `single_line_text_field`. */
  type: string;
  name: string;
  description?: string;
}

/**
 * Reads the manifest of the one UI extension in `directory`.
 * @throws BundleProblemError naming the file, and the line where it is not valid TOML.
 */
export async function readManifest(directory: string): Promise<ExtensionManifest> {
  const file = join(directory, MANIFEST_FILE);
  try {
    const text = await readFile(file, 'utf8');
    const document = parseToml(file, text);
    const extension = theOneExtension(document);
    const uid = textOf(extension, 'uid');
    const apiVersion = textOf(extension, 'api_version') ?? textOf(document, 'api_version', 'required');
    const targets = targetsOf(extension);
    assertKnown(readShippedTypes(directory), { file, text, apiVersion, targets });
    return {
      name: textOf(extension, 'name', 'required'),
      handle: textOf(extension, 'handle', 'required'),
      ...(uid && { uid }),
      apiVersion,
      targets,
      capabilities: capabilitiesOf(extension),
      settings: settingsOf(extension),
      locales: await readLocales(join(directory, 'locales')),
    };
  } catch (cause) {
    if (cause instanceof BundleProblemError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const text =
      code === 'ENOENT' ? `${MANIFEST_FILE} is missing: was the folder moved or deleted?` : message;
    throw new BundleProblemError([{ file, text }], { cause });
  }
}

function parseToml(file: string, text: string): Fields {
  try {
    return parse(text);
  } catch (cause) {
    const position = cause instanceof TomlError && { line: cause.line, column: cause.column };
    const [firstLine = ''] = (cause as Error).message.split('\n');
    throw new BundleProblemError([{ file, ...position, text: firstLine }], { cause });
  }
}

function theOneExtension(document: Fields): Fields {
  const extensions = listOf(document, 'extensions');
  const [extension] = extensions;
  if (!extension || extensions.length > 1) {
    throw new TypeError(`expected one [[extensions]], found ${extensions.length}`);
  }
  const type = textOf(extension, 'type', 'required');
  if (type !== 'ui_extension') throw new TypeError(`expected type "ui_extension", found "${type}"`);
  return extension;
}

function targetsOf(extension: Fields): ExtensionTarget[] {
  const targets = listOf(extension, 'targeting').map((targeting) => ({
    target: textOf(targeting, 'target', 'required'),
    module: textOf(targeting, 'module', 'required'),
  }));
  if (targets.length === 0) throw new TypeError('expected at least one [[extensions.targeting]]');
  return targets;
}

interface CheckedManifest {
  file: string;
  text: string;
  apiVersion: string;
  targets: readonly ExtensionTarget[];
}

/** Rejects targets and versions that the Shopify CLI accepts although the extension would never register. */
function assertKnown(known: ShippedTypes, { file, text, apiVersion, targets }: CheckedManifest): void {
  const problemOf = (kind: string, name: string, names: readonly string[]): BundleProblem[] => {
    if (names.includes(name)) return [];
    const line = text.split('\n').findIndex((candidate) => candidate.includes(JSON.stringify(name))) + 1;
    return [{ file, ...(line > 0 && { line }), text: describeUnknownName(kind, name, names) }];
  };
  const problems = [
    ...problemOf('api_version', apiVersion, known.apiVersions),
    ...targets.flatMap(({ target }) => problemOf('target', target, known.targets)),
  ];
  if (problems.length > 0) throw new BundleProblemError(problems);
}

function capabilitiesOf(extension: Fields): ExtensionCapabilities {
  const capabilities = tableOf(extension, 'capabilities');
  return {
    networkAccess: capabilities.network_access === true,
    apiAccess: capabilities.api_access === true,
    blockProgress: capabilities.block_progress === true,
  };
}

function settingsOf(extension: Fields): SettingField[] {
  return listOf(tableOf(extension, 'settings'), 'fields').map((field) => {
    const description = textOf(field, 'description');
    return {
      key: textOf(field, 'key', 'required'),
      type: textOf(field, 'type', 'required'),
      name: textOf(field, 'name', 'required'),
      ...(description && { description }),
    };
  });
}
