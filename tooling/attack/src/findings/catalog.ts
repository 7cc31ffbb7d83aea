import type { Finding } from './finding.ts';
import { REQUEST_FINDINGS } from './request-findings.ts';
import { CLAIM_FINDINGS, SIGNATURE_FINDINGS } from './token-findings.ts';

/** Every finding, by `category/name`. Ids are stable, because baselines contain them. */
export const FINDINGS = { ...REQUEST_FINDINGS, ...SIGNATURE_FINDINGS, ...CLAIM_FINDINGS };

export type FindingId = keyof typeof FINDINGS;

/** In the order of the report. */
export const FINDING_IDS = Object.keys(FINDINGS) as FindingId[];

export const findingOf = (id: FindingId): Finding => FINDINGS[id];

/** Returns the category of a finding, such as `signature`. */
export const categoryOf = (id: FindingId): string => id.split('/')[0]!;
