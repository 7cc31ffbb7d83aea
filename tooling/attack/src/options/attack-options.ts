import type { Severity } from '../severity.ts';
import type { Statuses } from './statuses.ts';

/** Callers that a route can serve. */
export const KINDS = ['guest', 'customer', 'staff'] as const;
export type Kind = (typeof KINDS)[number];

/** Where the files of the report go, and what fails the run. */
export interface ReportOptions {
  failOn: Severity;
  json?: string;
  junit?: string;
  baseline?: string;
  updateBaseline: boolean;
}

export interface AttackOptions {
  /** As typed. */
  target: string;
  ownsTarget: boolean;
  clientId: string;
  secret: string;
  shop: string;
  /** The callers that the route serves. Tokens of the others must be rejected. */
  kinds: readonly Kind[];
  method: string;
  headers: readonly (readonly [name: string, value: string])[];
  body?: string;
  /** The header that carries the token. `Authorization` carries it after `Bearer `, any other on its own. */
  tokenHeader: string;
  accept: Statuses;
  reject: Statuses;
  /** Whether to check what a browser needs. */
  cors: boolean;
  concurrency: number;
  maxRequests: number;
  timeoutMs: number;
  maxTimeMs: number;
  /** How long to wait in total when the server answers 429. */
  maxWaitMs: number;
}

/** Where the command was typed. */
export interface TypedIn {
  directory: string;
  environment: NodeJS.ProcessEnv;
}
