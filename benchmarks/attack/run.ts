import { attack, type Report } from '@session-token/attack';
import { startServer } from '../process/server-process.ts';
import { CLIENT_ID, SECRET } from '../tokens.ts';
import type { AttackedSetUp } from './set-ups.ts';

/** Starts a set-up and attacks it with the default options of `pnpm attack`. @throws if the run is not complete */
export async function attackSetUp(setUp: AttackedSetUp, logFile: string): Promise<Report> {
  const server = await startServer(setUp, { logFile });
  try {
    const url = `http://127.0.0.1:${server.port}/api/session-token`;
    const args = [url, '--client-id', CLIENT_ID, '--secret-env', 'SECRET'];
    const { report } = await attack(args, { directory: '.', environment: { SECRET } });
    if (report.state !== 'complete') {
      throw new Error(`${setUp.name}: the result is ${report.state}. ${report.reason}`);
    }
    return report;
  } finally {
    await server.stop();
  }
}
