/**
 * Plain JavaScript, imported before any TypeScript: an old Node.js stops here with one line instead of an
 * ERR_UNKNOWN_FILE_EXTENSION.
 */
const REQUIRED_MAJOR = 24;

if (Number(process.versions.node.split('.')[0]) < REQUIRED_MAJOR) {
  const script = /(render|roundtrip)\.js$/.exec(process.argv[1] ?? '')?.[1] ?? 'start';
  console.error(
    `Node.js ${REQUIRED_MAJOR} or newer is required, and this is ${process.version}. Run it with the pinned one: npx -y pnpm ${script}`,
  );
  process.exit(1);
}
