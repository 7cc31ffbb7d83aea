/** The scripts of the root package.json that take paths. */
const SCRIPTS = ['start', 'dev', 'render', 'roundtrip'];

/** Returns the folder in which the command was typed: pnpm runs its scripts in the package's folder. */
export function currentFolder({ env, cwd }: Pick<NodeJS.Process, 'env' | 'cwd'> = process): string {
  const isScript = SCRIPTS.includes(env.npm_lifecycle_event ?? '');
  return (isScript && env.INIT_CWD) || cwd();
}
