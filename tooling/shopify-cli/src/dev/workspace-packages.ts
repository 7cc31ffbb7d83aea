import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the folders of the workspace packages that `directory` depends on, directly or indirectly. */
export function workspacePackagesOf(directory: string): string[] {
  const found = new Set<string>();
  const visit = (folder: string) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies)) {
      if (!version.startsWith('workspace:')) continue;
      const dependency = realpathSync(join(folder, 'node_modules', name));
      if (found.has(dependency)) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit(directory);
  return [...found];
}
