import type { Cell, SandboxFacts } from './cell.ts';
import type { Connection } from './connection.ts';

/** Runs cells one after another on each connection, so that a slow machine is not overwhelmed. */
export function createRunQueue(connections: readonly Connection[]) {
  let controller = new AbortController();
  const lanes = connections.map(() => Promise.resolve());

  return {
    /** Ends the runs of earlier cells, and runs these. */
    restart(cells: readonly Cell[], facts: SandboxFacts): void {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      const waiting = [...cells];
      const drain = async (connection: Connection) => {
        for (let cell = waiting.shift(); cell && !signal.aborted; cell = waiting.shift()) {
          await cell.run(connection, facts, signal);
        }
      };
      for (const [index, connection] of connections.entries()) {
        lanes[index] = lanes[index]!.then(() => drain(connection));
      }
    },
  };
}
