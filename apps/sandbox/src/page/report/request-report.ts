import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import type { GraphqlExchange } from '../../contract/graphql.ts';
import type { ReportedQuery, ReportedRequest } from '../../contract/report.ts';
import { corsProblem } from '../model/cors-problem.ts';
import { isFinished } from '../model/outcome.ts';

/** Reports a request without its headers and bodies, which may hold tokens and personal data. */
export function reportRequest(exchange: StartedExchange | Exchange): ReportedRequest {
  const { method, destination = '', path, isForApp, preflight, origin, requestHeaders } = exchange;
  const started = {
    method,
    url: destination + path,
    isForApp,
    preflight,
    ...(origin !== undefined && { origin }),
    hasAuthorization: 'authorization' in requestHeaders,
  };
  if (!isFinished(exchange)) return { ...started, cors: 'no response' };
  const { status, failure, injected, durationMs } = exchange;
  const problem = corsProblem(exchange);
  return {
    ...started,
    ...(status !== undefined && { status }),
    ...(failure !== undefined && { failure }),
    cors: status === undefined ? 'no response' : problem ? 'blocked' : 'allowed',
    ...(problem && { corsProblem: problem }),
    ...(injected && { injected }),
    durationMs: Math.round(durationMs),
  };
}

export const reportQuery = ({ api, version, operation, finished }: GraphqlExchange): ReportedQuery => ({
  api,
  version,
  operation,
  ...(finished?.status !== undefined && { status: finished.status }),
  hasErrors: finished?.hasErrors ?? false,
  ...(finished && { durationMs: Math.round(finished.durationMs) }),
});
