import type { GraphqlExchange } from '../../contract/graphql.ts';
import { GRAPHQL_API_TITLES } from '../../contract/graphql.ts';
import { Body, formatDuration } from './exchange-parts.tsx';

/** One GraphQL request, which the sandbox answered itself. */
export function GraphqlRow({ exchange }: { exchange: GraphqlExchange }) {
  const { api, version, operation, query, variables, finished } = exchange;
  const name = `${operation}${variables && ` ${variables.slice(0, 80)}`}`;
  return (
    <details class="exchange graphql" data-testid="graphql-exchange">
      <summary>
        <span class="method">GraphQL</span>
        <span class="path" title={name}>
          {name}
        </span>
        <span class="origin" title="Answered by the sandbox, not by the app's server">
          {GRAPHQL_API_TITLES[api] ?? 'unknown API'} {version}
        </span>
        <GraphqlStatus finished={finished} />
      </summary>
      <div class="exchange-body">
        {finished?.notes.map((note) => (
          <p key={note} class="note">
            {note} Set it under graphql in scene.json.
          </p>
        ))}
        <Body title="Query" text={query} />
        <Body title="Variables" text={variables} />
        <Body title="Response" text={finished?.response ?? ''} />
      </div>
    </details>
  );
}

function GraphqlStatus({ finished }: { finished: GraphqlExchange['finished'] }) {
  if (!finished) {
    return (
      <>
        <span class="status pending">pending</span>
        <span class="ms" />
      </>
    );
  }
  const { status, hasErrors, durationMs } = finished;
  return (
    <>
      <span class={`status ${hasErrors ? 'bad' : 'good'}`}>{status ?? 'rejected'}</span>
      <span class="ms">{formatDuration(durationMs)}</span>
    </>
  );
}
