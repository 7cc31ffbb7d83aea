/**
 * Turns the repository into another product: renames it, removes parts, then installs and formats the rest.
 * Changes the working tree only and commits nothing. See docs/fork.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installAndFormat } from './install-and-format.ts';
import { assertName, titleOf } from './names.ts';
import { findRemoval, REMOVALS } from './removals/index.ts';
import { rename } from './rename.ts';
import { assertSecurityContact, setSecurityContact } from './security-contact.ts';
import { openTree } from './tree.ts';
import { UsageError } from './usage-error.ts';

const ROOT = join(import.meta.dirname, '../../..');
const USAGE = `pnpm fork [--name acme [--title "Acme Points"]] [--security-contact security@acme.com] [--remove ${Object.keys(REMOVALS).join('|')}]`;
const NO_CONTACT = 'SECURITY.md names no contact of yours yet: add --security-contact security@acme.com.';

try {
  const { help, ...parts } = readArguments();
  if (help) print(`${USAGE}\nWhat each option does: docs/fork.md`);
  else makeFork(parts);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`Nothing was changed: ${error.message}\n`);
  process.exitCode = 1;
}

function makeFork({
  name,
  title,
  remove = [],
  ...others
}: Omit<ReturnType<typeof readArguments>, 'help'>): void {
  const contact = others['security-contact'];
  if (name !== undefined) assertName(name);
  if (contact !== undefined) assertSecurityContact(contact);
  const removals = remove.map((feature) => findRemoval(feature));
  const tree = openTree(ROOT);

  const report = [
    ...(name === undefined ? [] : rename(tree, { name, title: title ?? titleOf(name) })),
    ...(contact === undefined ? [] : setSecurityContact(tree, contact)),
    ...(name !== undefined && contact === undefined ? [NO_CONTACT] : []),
    ...removals.flatMap((removeFrom) => removeFrom(tree)),
  ];
  for (const line of report) print(line);
  if (tree.hasChanged()) {
    installAndFormat(ROOT);
    print('Done. Look at it with `git status` and `git diff`, run `npx -y pnpm check`, then commit.');
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({
      // pnpm passes on a `--` before the options.
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: {
        name: { type: 'string' },
        title: { type: 'string' },
        'security-contact': { type: 'string' },
        remove: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return values;
    if (values.name === undefined && values['security-contact'] === undefined && !values.remove)
      throw new Error('nothing to do');
    if (values.name === undefined && values.title !== undefined) throw new Error('--title needs --name');
    return values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. Usage: ${USAGE}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
