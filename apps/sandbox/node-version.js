/**
 * Ends the process with one line if Node.js is too old. Plain JavaScript, called before any other module loads, which an
 * old Node.js may not even parse.
 */
export function assertNodeVersion(required, remedy) {
  const numbers = (version) => version.split('.').map(Number);
  const [major, minor] = numbers(process.versions.node);
  const [requiredMajor, requiredMinor = 0] = numbers(required);
  if (major > requiredMajor || (major === requiredMajor && minor >= requiredMinor)) return;
  console.error(`Node.js ${required} or newer is required, and this is ${process.version}. ${remedy}`);
  process.exit(1);
}
