import { cleanEnvironment } from '../clean-environment.ts';
import { runShopifyCli } from '../run-cli.ts';

/** Runs `shopify app build` in `root`, with only these variables. @throws if the build fails */
export async function buildWithCli(root: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const exitCode = await runShopifyCli(['app', 'build', '--config', 'ci', '--no-color'], {
    cwd: root,
    env: { ...cleanEnvironment(root), CI: '1', ...variables },
  });
  if (exitCode !== 0) throw new Error(`shopify app build ended with exit code ${exitCode}`);
}
