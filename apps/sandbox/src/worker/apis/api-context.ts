import type { GraphqlOutcome, GraphqlRequest } from '../../contract/graphql.ts';
import type { I18nSettings, Members, NavigationEntry } from '../../contract/worker-contract.ts';

/** The page and the extension, for the APIs that have members in the worker. */
export interface ApiContext {
  target: string;
  i18n: I18nSettings;
  /** Signals by path, in the class that the extension uses. For values that only the worker knows. */
  signals: {
    at(path: string): { value: unknown; subscribe(listener: (value: unknown) => void): () => void };
    update(changes: Members): void;
  };
  /** Listens to an event that the page sends with `HostContext.emit`. */
  on(event: string, listener: (detail: unknown) => void): void;
  /** The screen that the worker runs. */
  entry: NavigationEntry;
  /** The extension's own `fetch`. */
  fetch: typeof fetch;
  /** Calls a function of `host`. */
  call(path: string, ...args: unknown[]): Promise<unknown>;
  /** Sends a GraphQL request to the page. */
  graphql(request: GraphqlRequest): Promise<GraphqlOutcome>;
  /** Shows a message in the page. */
  report(message: string): void;
}

/** Creates the members of an API that must live in the worker: callbacks, accessors, functions that return at once. */
export type CreateMembers = (context: ApiContext) => Members;
