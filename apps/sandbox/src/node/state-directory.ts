import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the sandbox's folder for state, by the XDG Base Directory Specification, or by Windows' conventions. */
export function stateDirectory(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  const base = XDG_STATE_HOME || LOCALAPPDATA || join(homedir(), '.local/state');
  return join(base, 'session-token-sandbox');
}
