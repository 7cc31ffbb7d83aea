/**
 * The packed tool's command, `session-token-sandbox`. Its first argument may name a subcommand. Each module reads the
 * remaining arguments.
 */
const SUBCOMMANDS: Record<string, () => Promise<unknown>> = {
  render: () => import('./render-cli.ts'),
};

const subcommand = SUBCOMMANDS[process.argv[2] ?? ''];
if (subcommand) process.argv.splice(2, 1);
await (subcommand ?? (() => import('./main.ts')))();
