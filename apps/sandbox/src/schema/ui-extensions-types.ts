import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Project, type SourceFile } from 'ts-morph';
import type { Surface } from '../contract/surfaces.ts';

/** The types of one version of @shopify/ui-extensions. */
export interface UiExtensionsTypes {
  /** The targets of a surface that have types, sorted. */
  targets(surface: Surface): string[];
  /** The declaration file of a target, such as `targets/purchase.checkout.block.render.d.ts`. */
  declaration(surface: Surface, target: string): SourceFile;
}

/** The folder of a surface in the package. */
const SURFACE_FOLDERS: Record<Surface, string> = {
  checkout: 'checkout',
  'customer-account': 'customer-account',
  pos: 'point-of-sale',
};

/** Opens the types of the package in the folder `root`. */
export function openTypes(root: string): UiExtensionsTypes {
  const project = new Project({
    compilerOptions: {
      strict: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  });
  const folderOf = (surface: Surface) => join(root, `build/ts/surfaces/${SURFACE_FOLDERS[surface]}/targets`);
  return {
    targets: (surface) =>
      readdirSync(folderOf(surface))
        .filter((name) => name.endsWith('.d.ts'))
        .map((name) => name.slice(0, -'.d.ts'.length))
        .sort(),
    declaration: (surface, target) => project.addSourceFileAtPath(join(folderOf(surface), `${target}.d.ts`)),
  };
}

/** Packages that the generator reads, by API version: an alias in shopify-types/package.json each. */
export function typesPackages(): { apiVersion: string; root: string; version: string }[] {
  const folder = new URL('../../shopify-types/', import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies)
    .flatMap(([alias, specifier]) => {
      const apiVersion = /^ui-extensions-(\d{4}-\d{2})$/.exec(alias)?.[1];
      if (!apiVersion) return [];
      const version = specifier.slice(specifier.lastIndexOf('@') + 1);
      return [{ apiVersion, root: fileURLToPath(new URL(`node_modules/${alias}`, folder)), version }];
    })
    .sort((one, other) => (one.apiVersion < other.apiVersion ? -1 : 1));
}
