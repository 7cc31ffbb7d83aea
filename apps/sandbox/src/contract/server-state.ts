/** The state of the app's server, which the sandbox restarts when its source changes, or only watches with `--api`. */
export interface ServerState {
  /** `failed`: it did not start, or ended by itself. The next save starts it again; with `--api`, the developer does. */
  status: 'starting' | 'up' | 'failed';
  /** Counts the starts that succeeded: a page runs its extension again after each. */
  starts: number;
  /** Why it failed, as the server says. */
  problem?: string;
}
