import { computed, signal } from '@preact/signals';
import { isKnownTarget } from '../../contract/api-tables.ts';
import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import type { ExtensionState } from '../../contract/extension-state.ts';
import type { GraphqlExchange } from '../../contract/graphql.ts';
import type { IntentQuery, IntentResponse } from '../../contract/host-views.ts';
import type { Hello } from '../../contract/live-events.ts';
import type { ServerState } from '../../contract/server-state.ts';
import { needsLogin, surfaceOf } from '../../contract/surfaces.ts';
import { hasFault } from '../../contract/token-faults.ts';
import { parseUrlState, type StateChange } from '../../contract/url-state.ts';
import type { WorkerFacts, WorkerProblem } from '../../contract/worker-contract.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import { initialScene, type Scene, type ScenePatch } from '../../scene/scene.ts';
import type { ImageNetwork } from '../elements/image-policy.ts';
import type { LoggedCall } from './call-log.ts';
import { chooseExtension } from './choose-extension.ts';
import { culpritOf } from './culprit.ts';
import type { Journey } from './journey.ts';
import type { ConnectionState } from './live-connection.ts';
import type { HandedOutToken } from './minted-token.ts';
import { outcomeOf } from './outcome.ts';
import { createPosState } from './pos-state.ts';
import type { SandboxApi } from './sandbox-api.ts';
import { decodeUnverified } from './unverified-token.ts';

/** The state of one extension's page as signals. `query` is the query of its URL. */
export function createSandboxState(query: string, api: SandboxApi) {
  const parsed = parseUrlState(query);
  const url = signal(parsed.state);
  const hello = signal<Hello | undefined>(undefined);
  const server = signal<ServerState>({ status: 'starting', starts: 0 });
  const connection = signal<ConnectionState>('connecting');
  const extensions = signal<readonly ExtensionState[]>([]);
  const exchanges = signal<readonly Exchange[]>([]);
  const pending = signal<readonly StartedExchange[]>([]);
  /** Exchanges up to this id belong to earlier runs. */
  const lastOfEarlierRuns = signal(0);
  const tokenError = signal<string | undefined>(undefined);

  const unknownTarget = computed(() => {
    const { target } = url.value;
    return target !== undefined && !isKnownTarget(target) ? target : undefined;
  });
  const chosen = computed(() =>
    unknownTarget.value === undefined ? chooseExtension(extensions.value, url.value) : undefined,
  );
  const extension = computed(() => chosen.value?.extension);
  const manifest = computed(() => extension.value?.built?.manifest);
  const scene = signal<Scene>(initialScene(url.value));
  const target = computed(() => chosen.value?.target);
  const surface = computed(() => surfaceOf(target.value ?? url.value.target ?? ''));
  const networkAccess = computed(
    () =>
      url.value.networkAccess ??
      // In POS, fetch needs no capability.
      (surface.value === 'pos' || (manifest.value?.capabilities.networkAccess ?? true)),
  );
  const effective = computed(() => {
    const isCustomer = url.value.customer !== undefined || !needsLogin(target.value ?? '');
    return isCustomer ? url.value : { ...url.value, customer: DEFAULT_CUSTOMER };
  });
  const token = signal<HandedOutToken | undefined>(undefined);
  const outcome = computed(() =>
    outcomeOf({
      isForeign: hello.value?.api !== undefined,
      networkAccess: networkAccess.value,
      exchanges: exchanges.value.filter(({ id }) => id > lastOfEarlierRuns.value),
      pending: pending.value.filter(({ id }) => id > lastOfEarlierRuns.value),
      ...(tokenError.value !== undefined && { tokenError: tokenError.value }),
    }),
  );
  return {
    /** The sandbox's endpoints, with the API address of this state alone. */
    api,
    /** Parameters of the URL that the page ignores. */
    ignored: computed(() => {
      const { fault, extension: id } = url.value;
      const isHere = !id || extensions.value.length === 0 || extensions.value.some((one) => one.id === id);
      return [
        ...parsed.ignored,
        ...(isHere ? [] : [`extension=${id}`]),
        ...(fault && !hasFault(surface.value, fault) ? [`fault=${fault}`] : []),
      ];
    }),
    /** The controls. */
    url,
    /** The URL's target if it does not exist. Nothing runs then. */
    unknownTarget,
    hello,
    connection,
    server,
    extensions,
    extension,
    manifest,
    /** The data of the mock shop, with the changes that extensions made. */
    scene,
    networkAccess,
    /** From where the extension's images come; `undefined`: they are not loaded. */
    imageNetwork: computed<ImageNetwork | undefined>(() => {
      if (!networkAccess.value || !hello.value) return undefined;
      return { proxyOrigin: hello.value.apiOrigin, policy: hello.value.policy };
    }),
    surface,
    target,
    /** The controls as they apply: a page that Shopify shows to customers only has a customer. */
    effective,
    isDeclared: computed(() => chosen.value?.isDeclared ?? true),
    /** The workflow that an extension has opened. */
    intent: signal<OpenIntent | undefined>(undefined),
    /** The state of the history entry that the last navigation came with. */
    entryState: signal<unknown>(undefined),
    /** Where links were followed from, newest last. */
    visits: signal<readonly Visit[]>([]),
    /** The full-screen target that the extension has presented. */
    modalTarget: signal<string | undefined>(undefined),
    pos: createPosState(),
    toasts: signal<readonly string[]>([]),
    /** The result of a target that renders nothing. */
    output: signal<{ value: unknown } | undefined>(undefined),
    /** Newest last. */
    exchanges,
    /** Requests without a response so far, newest last. */
    pending,
    lastOfEarlierRuns,
    /** GraphQL requests, finished or not, newest last. They never decide the outcome. */
    graphqlExchanges: signal<readonly GraphqlExchange[]>([]),
    /** The token that `sessionToken.get()` returned last, or why it returned none. */
    token,
    tokenError,
    facts: signal<WorkerFacts | undefined>(undefined),
    problems: signal<readonly WorkerProblem[]>([]),
    /** The scene as edited in the page, in place of the developer's file. */
    editedScene: signal<ScenePatch | undefined>(undefined),
    /** The outcome of the buyer's attempt to pay. */
    journey: signal<Journey>({ status: 'idle' }),
    /** Calls of the extension that changed the mock shop, or tried to; newest last. */
    calls: signal<readonly LoggedCall[]>([]),
    running: signal(false),
    outcome,
    /** The part of the token that was rejected, and why. */
    culprit: computed(() => {
      if (outcome.value.kind !== 'rejected' || !token.value) return undefined;
      const { code, isDocumented, exchange } = outcome.value;
      if (!code || !isDocumented) return undefined;
      return culpritOf(code, decodeUnverified(token.value.token), {
        clientId: hello.value?.clientId ?? '',
        serverTime: new Date(exchange.responseHeaders.date ?? Date.now()).toLocaleTimeString('en-GB'),
      });
    }),
  };
}

/** A place that the buyer has been to. */
export interface Visit {
  extension: string;
  target: string;
  path: string | undefined;
  entryState: unknown;
}

/** A workflow of Shopify's that waits for the customer. */
export interface OpenIntent {
  query: IntentQuery;
  end(response: IntentResponse): void;
}

export type SandboxState = ReturnType<typeof createSandboxState>;

/** A state with controls. */
export interface ControlledState extends SandboxState {
  change(changes: StateChange): void;
}

/** The id of the newest request of this page, finished or not; 0 before the first. */
export const latestId = ({ exchanges, pending }: Pick<SandboxState, 'exchanges' | 'pending'>): number =>
  Math.max(0, ...[...exchanges.value, ...pending.value].map(({ id }) => id));
