import { installation } from '#installation';

/** The scripts of the repository's package.json that take paths. */
const SCRIPTS = ['start', 'dev', 'render', 'roundtrip'];

/** Returns the folder in which the command was typed: pnpm runs the repository's scripts in the repository's root. */
export function currentFolder({ env, cwd }: Pick<NodeJS.Process, 'env' | 'cwd'> = process): string {
  const isScript = installation.repository !== undefined && SCRIPTS.includes(env.npm_lifecycle_event ?? '');
  return (isScript && env.INIT_CWD) || cwd();
}
