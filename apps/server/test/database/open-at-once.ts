import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../../src/database/sqlite.ts';

/** Opens each of the files as soon as the others do too, and tells what went wrong. */
const { paths, gate } = workerData as { paths: string[]; gate: Int32Array };
const parties = gate.length - 1;
const problems: string[] = [];
for (const [round, path] of paths.entries()) {
  Atomics.add(gate, 0, 1);
  while (Atomics.load(gate, 0) < (round + 1) * parties); // awake, or they would not come at once
  try {
    openSqlite(path);
  } catch (error) {
    problems.push((error as Error).message);
  }
}
parentPort?.postMessage(problems);
