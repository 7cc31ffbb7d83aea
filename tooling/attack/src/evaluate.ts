import type { Attack } from './attacks/attack.ts';
import type { FindingId } from './findings/catalog.ts';
import { type Answered, type Exchange, isAnswered } from './http/exchange.ts';
import { findLeaks } from './leaks.ts';
import type { AttackOptions } from './options/attack-options.ts';

export type Outcome = 'accepted' | 'rejected' | 'server-error' | 'other-status' | 'no-response';

/** One attack and its outcome. */
export interface Result {
  name: string;
  expected: 'accepted' | 'rejected';
  outcome: Outcome;
  status?: number;
  /** The part that the attack tests, such as `audience`. */
  tests: FindingId;
  findings: readonly FindingId[];
}

type Rules = Pick<AttackOptions, 'accept' | 'reject' | 'cors' | 'secret' | 'clientId'>;

export function outcomeOf(exchange: Exchange, { accept, reject }: Pick<Rules, 'accept' | 'reject'>): Outcome {
  if (!isAnswered(exchange)) return 'no-response';
  if (accept.includes(exchange.status)) return 'accepted';
  if (reject.includes(exchange.status)) return 'rejected';
  return exchange.status >= 500 ? 'server-error' : 'other-status';
}

/** Compares the response with what the attack expects, and looks for CORS headers and leaks. */
export function evaluate(
  attack: Attack,
  exchange: Exchange,
  token: string | undefined,
  rules: Rules,
): Result {
  const outcome = outcomeOf(exchange, rules);
  const findings: FindingId[] = [];
  if (attack.expected === 'accepted' && outcome !== 'accepted') findings.push(attack.finding);
  if (attack.expected === 'rejected') findings.push(...findRejectionProblems(attack, outcome));
  findings.push(...(attack.alsoFinds?.() ?? []));
  if (isAnswered(exchange)) {
    if (rules.cors && !attack.mayDrop && !allowsOrigin(exchange, 'null')) {
      findings.push(outcome === 'accepted' ? 'cors/accepted' : 'cors/rejected');
    }
    findings.push(...findLeaks(exchange, { ...rules, token, isRejected: outcome !== 'accepted' }));
  }
  return {
    ...{ name: attack.name, expected: attack.expected, outcome, tests: attack.finding },
    ...(isAnswered(exchange) && { status: exchange.status }),
    findings: [...new Set(findings)],
  };
}

function findRejectionProblems(attack: Attack, outcome: Outcome): FindingId[] {
  switch (outcome) {
    case 'accepted':
      return [attack.finding];
    case 'server-error':
      return ['response/server-error'];
    case 'other-status':
      return ['response/status'];
    case 'no-response':
      return attack.mayDrop ? [] : ['response/none'];
    case 'rejected':
      return [];
  }
}

/** Whether a browser lets a page of this origin read the response (Fetch standard, CORS check). */
export function allowsOrigin({ headers }: Answered, origin: string): boolean {
  const allowed = headers['access-control-allow-origin']?.trim();
  return allowed === '*' || allowed === origin;
}
