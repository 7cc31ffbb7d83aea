/** Returns the folder in which the command was typed: pnpm runs the repository's scripts in the repository's root. */
export function currentFolder({ env, cwd }: Pick<NodeJS.Process, 'env' | 'cwd'> = process): string {
  return (env.npm_lifecycle_event === 'attack' && env.INIT_CWD) || cwd();
}
