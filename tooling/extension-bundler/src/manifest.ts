import { join } from 'node:path';
import { type AppConfig, findApp } from './app-config.ts';
import { type ExtensionSource, handleOf, MANIFEST_FILE, selectEntry } from './extension-entries.ts';
import { assertNotLegacy, checkNames } from './known-names.ts';
import { type ExtensionLocales, readLocales } from './locales.ts';
import { type BundleProblem, BundleProblemError } from './problem.ts';
import type { ShippedTypes } from './shipped-types.ts';
import { type Fields, listOf, tableOf, textOf } from './toml-fields.ts';
import { readToml } from './toml-file.ts';

/** The contents of `shopify.extension.toml` and `locales/`. */
export interface ExtensionManifest {
  /** The name as written: `t:name` refers to a key of the locales. */
  name: string;
  handle: string;
  /** Absent until the CLI has added it. */
  uid?: string;
  /** `YYYY-MM`, at least 2025-10, or `unstable`. */
  apiVersion: string;
  /** At least one target, in the order of the file. */
  targets: readonly ExtensionTarget[];
  capabilities: ExtensionCapabilities;
  /** Fields of `[extensions.settings]`, which a merchant can fill in. */
  settings: readonly SettingField[];
  locales: ExtensionLocales;
  /** The app that the extension belongs to; absent if no folder above it has a `shopify.app.toml`. */
  app?: AppConfig;
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

/** A manifest, and warnings about it. */
export interface ReadManifest {
  manifest: ExtensionManifest;
  warnings: readonly BundleProblem[];
}

export interface ManifestOptions extends ExtensionSource {
  /** Targets and API versions that are known in addition to those of the installed @shopify/ui-extensions. */
  knownNames?: ShippedTypes;
}

/**
 * Reads the manifest of a UI extension, with its locales and its app.
 * @throws BundleProblemError naming the file, and the line where it is not valid TOML.
 */
export async function readManifest(options: ManifestOptions): Promise<ReadManifest> {
  const { directory, manifestFile = MANIFEST_FILE, index, appFile, knownNames } = options;
  const file = join(directory, manifestFile);
  try {
    const { text, document } = await readToml(file);
    const extension = selectEntry(document, index);
    const uid = textOf(extension, 'uid');
    const apiVersion = textOf(extension, 'api_version');
    const type = textOf(extension, 'type', 'required');
    assertNotLegacy({ file, text, type }, apiVersion);
    const targets = targetsOf(extension);
    const nameWarnings = checkNames({
      directory,
      file,
      text,
      apiVersion,
      targets: targets.map(({ target }) => target),
      knownNames,
    });
    const [{ locales, warnings }, app] = await Promise.all([
      readLocales(join(directory, 'locales')),
      findApp(directory, appFile),
    ]);
    const manifest = {
      name: textOf(extension, 'name', 'required'),
      handle: handleOf(extension, document),
      ...(uid && { uid }),
      apiVersion,
      targets,
      capabilities: capabilitiesOf(extension),
      settings: settingsOf(extension),
      locales,
      ...(app && { app }),
    };
    return { manifest, warnings: [...nameWarnings, ...warnings] };
  } catch (cause) {
    if (cause instanceof BundleProblemError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const text = code === 'ENOENT' ? `${manifestFile} is missing: was the folder moved or deleted?` : message;
    throw new BundleProblemError([{ file, text }], { cause });
  }
}

/** Reads `targeting`, or `extension_points`, its older name. */
function targetsOf(extension: Fields): ExtensionTarget[] {
  const points = extension.targeting === undefined ? 'extension_points' : 'targeting';
  const targets = listOf(extension, points).map((targeting) => ({
    target: textOf(targeting, 'target', 'required'),
    module: textOf(targeting, 'module', 'required'),
  }));
  if (targets.length === 0) throw new TypeError('expected at least one [[extensions.targeting]]');
  return targets;
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
    const key = textOf(field, 'key', 'required');
    return {
      key,
      type: textOf(field, 'type', 'required'),
      name: textOf(field, 'name') ?? key,
      ...(description && { description }),
    };
  });
}
