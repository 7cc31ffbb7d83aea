/** `node:sqlite` and type stripping are stable since this version. */
const MIN_NODE_MAJOR = 24;

/** Ends the process with one line if Node.js is too old. */
export function assertNodeVersion(): void {
  if (Number.parseInt(process.versions.node, 10) >= MIN_NODE_MAJOR) return;
  process.stderr.write(`The server needs Node ${MIN_NODE_MAJOR} or newer; this is ${process.version}.\n`);
  process.exit(1);
}
