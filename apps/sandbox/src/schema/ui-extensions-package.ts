import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Project, type SourceFile } from 'ts-morph';
import type { Surface } from '../contract/surfaces.ts';
import { SURFACE_FOLDERS } from './surface-targets.ts';

/** The installed @shopify/ui-extensions: its folder, and its name with its version. */
export function uiExtensionsPackage(): { root: string; source: string } {
  const require = createRequire(import.meta.url);
  // Its package.json is not exported.
  const root = join(dirname(require.resolve('@shopify/ui-extensions/preact')), '../..');
  const { name, version } = require(join(root, 'package.json')) as { name: string; version: string };
  return { root, source: `${name}@${version}` };
}

export const createTypeProject = () =>
  new Project({
    compilerOptions: {
      strict: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  });

/** The declaration file of a target, such as `targets/purchase.checkout.block.render.d.ts`. */
export function targetDeclaration(project: Project, surface: Surface, target: string): SourceFile {
  const folder = join(uiExtensionsPackage().root, `build/ts/surfaces/${SURFACE_FOLDERS[surface]}`);
  return project.addSourceFileAtPath(join(folder, `targets/${target}.d.ts`));
}
