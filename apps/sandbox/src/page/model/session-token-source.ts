import { isWithheld } from '../../contract/token-faults.ts';
import { createTokenCache } from './minted-token.ts';
import type { SandboxState } from './sandbox-state.ts';

/** The tokens that extensions receive, minted with the current controls. */
export function createSessionTokenSource(state: SandboxState) {
  const cache = createTokenCache(() => {
    const { customer, user, fault, skewSeconds } = state.effective.peek();
    const target = state.target.peek()!;
    const asked = fault && !isWithheld(fault) && { fault };
    return state.api.mint({ target, user, skewSeconds, ...(customer && { customer }), ...asked });
  });

  return {
    /** The token, or `undefined` if this account may not use the app. Throws if no token is available. */
    async get(): Promise<string | undefined> {
      const { fault } = state.url.peek();
      if (fault === 'no-permission' && state.surface.peek() === 'pos') {
        state.tokenError.value = 'getSessionToken() returned undefined: this account may not use the app.';
        return undefined;
      }
      if (fault === 'unavailable') {
        state.tokenError.value = 'sessionToken.get() threw: no token is available here.';
        throw new Error('Session token is not available');
      }
      // POS documents no cache: every call mints.
      const handedOut = await (state.surface.peek() === 'pos' ? cache.mint() : cache.get());
      state.token.value = handedOut;
      return handedOut.token;
    },
    /** Discards the token: the next call mints one, and the page shows none until then. */
    discard(): void {
      cache.discard();
      state.token.value = undefined;
    },
  };
}
