import { editJson, replaceIn } from './edits.ts';
import type { Tree } from './tree.ts';

export interface NewNames {
  /** Package scope, prefix of the extensions' handles, and name of the repository. */
  name: string;
  /** The title that people read: heading of the README, name of the extensions, title of the API. */
  title: string;
}

const MANIFEST = /^apps\/[^/]+\/shopify\.extension\.toml$/;
const LOCALE = /^apps\/[^/]+-extension\/locales\/[^/]+\.json$/;

/** Files with the server's name: the image, and the connections that PostgreSQL lists. */
const NAMING_SERVER = ['docs/deploy.md', 'apps/server/src/database/postgres.ts'];

/** Renames the repository, whatever its current name. The license keeps its holder. */
export function rename(tree: Tree, { name, title }: NewNames): string[] {
  const scope = scopeOf(tree);
  if (scope === name) return [`The name is ${name} already.`];

  const handles = tree
    .paths()
    .filter((path) => MANIFEST.test(path))
    .flatMap((path) => /^handle = "(.+)"$/m.exec(tree.read(path))?.[1] ?? [])
    .filter((handle) => handle.startsWith(`${scope}-`));

  const changed = tree.paths().filter((path) =>
    tree.edit(path, (text) => {
      let renamed = text.replaceAll(`@${scope}/`, `@${name}/`);
      if (MANIFEST.test(path)) {
        for (const handle of handles)
          renamed = renamed.replace(`"${handle}"`, `"${name}${handle.slice(scope.length)}"`);
      }
      return NAMING_SERVER.includes(path) ? renamed.replaceAll(`${scope}-server`, `${name}-server`) : renamed;
    }),
  );
  editJson<{ name: string; description?: string }>(tree, 'package.json', (root) => {
    root.name = name;
    delete root.description;
  });
  replaceIn(tree, 'shopify.app.ci.toml', /^name = ".*"$/m, `name = "${name}-ci"`);
  replaceIn(
    tree,
    'apps/server/src/http/openapi.ts',
    /title: '.* API'/,
    `title: '${title.replaceAll("'", "\\'")} API'`,
  );
  replaceIn(tree, 'README.md', /^# .*$/m, `# ${title}`);
  for (const path of tree.paths().filter((path) => LOCALE.test(path))) {
    editJson<{ name: string }>(tree, path, (texts) => {
      texts.name = title;
    });
  }
  return [
    `Renamed @${scope} to @${name} in ${changed.length} files, ${handles.length} handles, and the name of each extension to "${title}".`,
    'Left for you: the texts of README.md, the "description" of package.json, and your own line in LICENSE.',
  ];
}

/** Returns the current scope of the packages. */
function scopeOf(tree: Tree): string {
  const { name } = JSON.parse(tree.read('packages/shared/package.json')) as { name: string };
  return /^@(.+)\/shared$/.exec(name)![1]!;
}
