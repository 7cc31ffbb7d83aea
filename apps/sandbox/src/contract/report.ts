/** The report about one run of an extension, as `pnpm render` prints it and `window.sandbox.report()` returns it. */
import type { BundleProblem } from './extension-state.ts';
import type { Surface } from './surfaces.ts';
import type { WorkerFacts } from './worker-contract.ts';

/** Increases when a field changes its meaning or is removed. New fields do not increase it. */
export const REPORT_SCHEMA_VERSION = 1;

/** The page's part of the report. Plain JSON. No token is whole in it. */
export interface PageReport {
  /** Path and query of the page with the same controls. */
  url: string;
  /** Parameters of the URL that were ignored: an unknown extension id, or a fault that the surface does not have. */
  ignored: readonly string[];
  /** Absent if nothing runs: `buildErrors` may say why. */
  target?: string;
  surface?: Surface;
  extension?: ReportedExtension;
  /** What the extension's worker rendered, outermost first: the remote tree, not HTML. */
  tree: readonly ReportedNode[];
  /** The texts of the tree, and of properties such as `heading` and `label`, one per line. */
  text: string;
  /** The result of a target that renders nothing; absent if it returned `undefined`. */
  output?: unknown;
  /** Errors that the extension threw. */
  problems: readonly ReportedProblem[];
  /** Mistakes that do not stop the extension, at run time and in its build. */
  warnings: readonly ReportedProblem[];
  /** In the order in which they reached the proxy, preflights included. */
  requests: readonly ReportedRequest[];
  /** Queries of Shopify's GraphQL APIs. */
  graphql: readonly ReportedQuery[];
  /** The changes that the extension made in the mock shop, and the events that it published; oldest first. */
  calls: readonly ReportedCall[];
  outcome: ReportedOutcome;
  /** The worker's own view of where it runs; absent if it did not start. */
  facts?: WorkerFacts;
  /** Of every extension that does not build. */
  buildErrors: readonly (BundleProblem & { extension: string })[];
  /** Why the app's server is not running; absent if it is. */
  serverProblem?: string;
}

export interface ReportedExtension {
  /** The name of its folder, with more of its path or its handle if several have that name. */
  id: string;
  name: string;
  handle: string;
  apiVersion: string;
  /** Whether the manifest has the target. If not, one of the extension's modules ran there. */
  isDeclared: boolean;
  bytes: number;
  /** With Brotli. Shopify's limit is 64 KB. */
  compressedBytes: number;
}

/** A text, or an element with its set properties. `notRendered`: the target does not have the element. */
export type ReportedNode =
  | { text: string }
  | {
      element: string;
      notRendered?: true;
      properties: Readonly<Record<string, unknown>>;
      children: readonly ReportedNode[];
    };

export interface ReportedProblem {
  message: string;
  /** With positions in the source files. */
  stack?: string;
}

export interface ReportedRequest {
  method: string;
  /** As the extension requested it; a path if it went to the app's own address, `APP_URL`. */
  url: string;
  /** Whether it went to the app's server. */
  isForApp: boolean;
  preflight: boolean;
  /** The `Origin` header; absent if not sent. */
  origin?: string;
  /** Whether it had an `Authorization` header. */
  hasAuthorization: boolean;
  /** Absent if there was no response. */
  status?: number;
  /** Why there was no response. */
  failure?: string;
  /** `blocked`: the browser withholds the response from the extension, and `corsProblem` says why. */
  cors: 'allowed' | 'blocked' | 'no response';
  corsProblem?: string;
  /** The failure that the sandbox injected. */
  injected?: string;
  /** Absent while it is pending. */
  durationMs?: number;
}

export interface ReportedQuery {
  api: string;
  version: string;
  /** Such as `query GetProduct`. */
  operation: string;
  /** HTTP status; absent while it is pending, or if the host rejected it. */
  status?: number;
  hasErrors: boolean;
  durationMs?: number;
}

export interface ReportedCall {
  /** Such as `applyNoteChange`. */
  path: string;
  /** The arguments as JSON, shortened. */
  args: string;
  /** `success`, or why the change was refused. */
  result: string;
  failed: boolean;
}

export interface ReportedOutcome {
  /**
   * `verified` `rejected` `answered` `unreachable` `refused` `blocked` `no-network` `no-token` `pending` `waiting`
   * (no request).
   */
  kind: string;
  /** The code of the rejection, such as `expired`. */
  code?: string;
  title: string;
  what: string;
  where?: string;
  fix?: string;
}

/** What `pnpm render` prints. */
export interface Report extends PageReport {
  schemaVersion: typeof REPORT_SCHEMA_VERSION;
  /** Whether the exit code is 0. */
  ok: boolean;
  exitCode: number;
  /** Those of `--expect`, in their order. */
  expectations: readonly { expected: string; met: boolean }[];
  /** False if the time limit ended the run. */
  settled: boolean;
  /** From the start of the page to the report. */
  durationMs: number;
}

/** What `pnpm roundtrip` prints: the part of a report that needs no browser. */
export type RoundTripReport = Pick<
  Report,
  | 'schemaVersion'
  | 'ok'
  | 'exitCode'
  | 'expectations'
  | 'durationMs'
  | 'url'
  | 'target'
  | 'surface'
  | 'requests'
  | 'outcome'
>;

/** The page's interface for programs that drive it, as `window.sandbox`. */
export interface SandboxHook {
  report(): PageReport;
  /**
   * Resolves once the extension has rendered and no request has been pending for `quietMs`, or once it is certain that
   * nothing can run. Has no time limit.
   */
  whenSettled(quietMs: number): Promise<void>;
}
