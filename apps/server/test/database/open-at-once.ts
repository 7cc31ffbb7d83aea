import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../../src/database/sqlite.ts';

/** Opens each file at the same moment as the other worker, and posts the errors. */
const { paths, gate } = workerData as { paths: string[]; gate: Int32Array };
const [ARRIVED, AWAKE] = [0, 1];
const problems: string[] = [];
for (const [round, path] of paths.entries()) {
  const both = (round + 1) * 2;
  let arrived = Atomics.add(gate, ARRIVED, 1) + 1;
  Atomics.notify(gate, ARRIVED);
  for (; arrived < both; arrived = Atomics.load(gate, ARRIVED)) Atomics.wait(gate, ARRIVED, arrived);
  Atomics.add(gate, AWAKE, 1);
  while (Atomics.load(gate, AWAKE) < both); // spins, because a worker that wakes up is late
  try {
    openSqlite(path);
  } catch (error) {
    problems.push((error as Error).message);
  }
}
parentPort?.postMessage(problems);
