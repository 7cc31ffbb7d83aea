import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../../src/database/sqlite.ts';

/** Opens each file at the same moment as the other worker, and posts the errors. */
const { paths, gate } = workerData as { paths: string[]; gate: Int32Array };
const parties = gate.length - 1;
const problems: string[] = [];
for (const [round, path] of paths.entries()) {
  Atomics.add(gate, 0, 1);
  while (Atomics.load(gate, 0) < (round + 1) * parties); // spins, because a sleeping worker would be late
  try {
    openSqlite(path);
  } catch (error) {
    problems.push((error as Error).message);
  }
}
parentPort?.postMessage(problems);
