/** An error that the developer must fix before the sandbox can start. Only its message is printed. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
