import type { Progress } from './run.ts';

/** Shows on a terminal how far the run is; elsewhere, prints one line per group. */
export function createProgress(out: NodeJS.WriteStream): Progress & { clear(): void } {
  let group = '';
  let count = 0;
  let finished = 0;
  const show = () => {
    if (out.isTTY) out.write(`\r\u001b[K… ${group} ${finished}/${count}`);
  };
  return {
    group(name, size) {
      [group, count, finished] = [name, size, 0];
      if (out.isTTY) show();
      else if (size > 0) out.write(`${name}: ${size}\n`);
    },
    done() {
      finished += 1;
      show();
    },
    wait(ms) {
      if (out.isTTY) out.write('\r\u001b[K');
      out.write(`The server is busy; waiting ${Math.ceil(ms / 1000)} s\n`);
    },
    clear() {
      if (out.isTTY) out.write('\r\u001b[K');
    },
  };
}
