/** The parts of a `pnpm` command that can be checked. */
export interface PnpmCommand {
  /** The value of `--filter`, as written. */
  filter: string | undefined;
  /** A script or one of pnpm's own commands. */
  name: string | undefined;
  args: readonly string[];
}

/** pnpm's own commands that documents show. */
export const BUILT_IN: ReadonlySet<string> = new Set([
  'add',
  'audit',
  'exec',
  'install',
  'licenses',
  'pack',
  'why',
]);

/** Returns all `pnpm` commands in a line of shell or a code span. Prose that only names pnpm has none. */
export function pnpmCommands(code: string): PnpmCommand[] {
  return code
    .replace(/\s#\s.*$/, '')
    .split(/&&|\|\||;|\$\(/)
    .flatMap((part) => {
      const words = part.trim().split(/\s+/);
      const start = words.indexOf('pnpm');
      const before = words.slice(0, start).filter((word) => !/^\w+=/.test(word));
      const isCommand = start >= 0 && /^(?:|npx|npx -y|RUN npx -y|sudo)$/.test(before.join(' '));
      return isCommand ? [parse(words.slice(start + 1))] : [];
    });
}

function parse(words: readonly string[]): PnpmCommand {
  const rest = [...words];
  let filter: string | undefined;
  while (rest[0]?.startsWith('-')) {
    const option = rest.shift()!;
    if (option === '--filter') filter = rest.shift();
    else if (option === '--dir') rest.shift();
    else filter = /^--filter=(.+)$/.exec(option)?.[1] ?? filter;
  }
  if (rest[0] === 'run') rest.shift();
  const [name, ...args] = rest;
  return { filter, name, args };
}
