/** Something on this machine keeps the sandbox from starting. Its message alone is shown: one clear line. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
