import { helpFor } from '../../contract/code-help.ts';
import {
  REPORT_SCHEMA_VERSION,
  type ReportedOutcome,
  type ReportedRequest,
  type RoundTripReport,
} from '../../contract/report.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { createThrowawayApp } from '../app/throwaway-app.ts';
import { makeRoundTrip, ROUND_TRIP_PATH, type RoundTrip, type Step } from '../round-trip.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import type { RoundTripOptions } from '../terminal/round-trip-options.ts';
import { judge } from './expectations.ts';

/**
 * Starts the server, makes one round trip without a browser, and stops the server.
 * @throws SetupError if the server does not start
 */
export async function renderRoundTrip(
  { target, url, token, expected }: RoundTripOptions,
  serverLog: (line: string) => void,
): Promise<RoundTripReport> {
  const app = createThrowawayApp();
  const server = await app.startServer({ serverLog, serverExit() {} });
  try {
    const startedAt = performance.now();
    const trip = await makeRoundTrip(`http://${server.host}:${server.port}`, token && app.mint(token));
    const outcome = outcomeOf(trip);
    const judgment = judge({ outcome, text: '', problems: [] }, { expected, settled: true });
    return {
      schemaVersion: REPORT_SCHEMA_VERSION,
      ok: judgment.exitCode === EXIT.asExpected,
      ...judgment,
      durationMs: Math.round(performance.now() - startedAt),
      url,
      target,
      surface: surfaceOf(target),
      requests: [
        requestOf('OPTIONS', trip.preflight, false),
        requestOf('GET', trip.call, token !== undefined),
      ],
      outcome,
    };
  } finally {
    await server.stop();
  }
}

const requestOf = (method: string, step: Step, hasAuthorization: boolean): ReportedRequest => ({
  method,
  url: ROUND_TRIP_PATH,
  isForApp: true,
  preflight: method === 'OPTIONS',
  origin: 'null',
  hasAuthorization,
  status: step.status,
  cors: step.isReadable ? 'allowed' : 'blocked',
  durationMs: step.durationMs,
});

/** As the page judges the same requests. */
function outcomeOf({ outcome, preflight, call }: RoundTrip): ReportedOutcome {
  if (!preflight.isReadable || !call.isReadable) {
    return {
      kind: 'blocked',
      title: 'Blocked by the browser',
      what: 'A browser would withhold this response from the extension.',
      fix: "Check the server's CORS headers.",
    };
  }
  if (outcome.ok) {
    const { session } = outcome;
    const caller =
      session.kind === 'staff'
        ? `staff member ${session.userId}`
        : session.customerId
          ? `customer ${session.customerId}`
          : 'a guest';
    return { kind: 'verified', title: 'Verified', what: `Authenticated as ${caller} of ${session.shop}.` };
  }
  const help = helpFor(outcome.code);
  return {
    kind: 'rejected',
    code: outcome.code,
    title: `Rejected ${outcome.code}`,
    what: help?.description ?? 'The server rejected the request.',
    ...(help && { fix: help.remedy }),
  };
}
