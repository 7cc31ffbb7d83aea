import type {
  GraphqlAnswer,
  GraphqlExchange,
  GraphqlOutcome,
  GraphqlRequest,
} from '../../contract/graphql.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hostAnswer } from './graphql-access.ts';
import { latestId, type SandboxState } from './sandbox-state.ts';

const MAX_EXCHANGES = 100;
const MAX_TEXT_CHARACTERS = 16 * 1024;

/** Answers the GraphQL requests of an extension, and logs them. They say nothing about the session token. */
export function createGraphqlClient(state: SandboxState, warn: (message: string) => void) {
  let count = 0;

  function log(exchange: GraphqlExchange): void {
    const others = state.graphqlExchanges.value.filter(({ id }) => id !== exchange.id);
    state.graphqlExchanges.value = [...others, exchange].sort((a, b) => a.id - b.id).slice(-MAX_EXCHANGES);
  }

  async function answer(
    target: string,
    request: GraphqlRequest,
  ): Promise<Partial<GraphqlAnswer> & GraphqlOutcome> {
    const { customer } = state.effective.peek();
    const manifest = state.manifest.peek()!;
    const own = hostAnswer(request, {
      surface: surfaceOf(target),
      apiAccess: manifest.capabilities.apiAccess,
      hasCustomer: customer !== undefined,
    });
    if (own) return { ...own.outcome, warnings: [own.remedy] };
    const call = { ...request, version: request.version ?? manifest.apiVersion, scene: state.scene.peek() };
    return state.api.graphql({ ...call, ...(customer && { customer }) }).catch((error: Error) => ({
      name: 'TypeError',
      message: 'Failed to fetch',
      warnings: [error.message],
    }));
  }

  return async function send(target: string, sent: GraphqlRequest): Promise<GraphqlOutcome> {
    // The caller is foreign code.
    const version = sent.version === undefined ? {} : { version: String(sent.version) };
    const request = { api: sent.api, ...version, body: String(sent.body) };
    count += 1;
    const started = startOf(count, request, state);
    log(started);
    const outcome = await answer(target, request);
    for (const warning of outcome.warnings ?? []) {
      if (!state.problems.peek().some(({ message }) => message === warning)) warn(warning);
    }
    const isRejected = 'name' in outcome;
    log({
      ...started,
      version: isRejected ? started.version : outcome.version || started.version,
      operation: outcome.operation ?? started.operation,
      finished: {
        ...(!isRejected && { status: outcome.status }),
        hasErrors: isRejected || 'errors' in parseBody(outcome.body),
        durationMs: performance.now() - started.startedAtMs,
        response: shortened(isRejected ? `${outcome.name}: ${outcome.message}` : outcome.body),
        notes: outcome.notes ?? [],
      },
    });
    if (isRejected) return { name: outcome.name, message: outcome.message };
    return { status: outcome.status, body: outcome.body, version: outcome.version };
  };
}

function startOf(id: number, { api, version, body }: GraphqlRequest, state: SandboxState): GraphqlExchange {
  const { query, variables } = parseBody(body);
  return {
    id,
    after: latestId(state),
    api,
    version: version ?? state.manifest.peek()?.apiVersion ?? '',
    operation: 'query',
    query: shortened(typeof query === 'string' ? query : body),
    variables: variables === undefined ? '' : shortened(JSON.stringify(variables)),
    startedAtMs: performance.now(),
  };
}

function parseBody(body: string): { query?: unknown; variables?: unknown; errors?: unknown } {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

const shortened = (text: string) =>
  text.length > MAX_TEXT_CHARACTERS ? `${text.slice(0, MAX_TEXT_CHARACTERS)}…` : text;
