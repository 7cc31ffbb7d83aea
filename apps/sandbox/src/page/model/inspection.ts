import { explainToken, readPastedToken, type TokenExplanation } from '@session-token/token-verify/explain';

/** The input of the page. Kept in memory only. */
export interface Pasted {
  /** A token, `Bearer …` or a whole header. */
  text: string;
  clientId: string;
  secret: string;
  previousSecret: string;
}

export const NOTHING_PASTED: Pasted = { text: '', clientId: '', secret: '', previousSecret: '' };

export interface Inspection {
  token: string;
  explanation: TokenExplanation;
}

/** Explains the pasted token as of this time, in milliseconds. `undefined` if nothing was pasted. */
export async function inspect(pasted: Pasted, now: number): Promise<Inspection | undefined> {
  const token = readPastedToken(pasted.text);
  if (token === '') return undefined;
  const [clientId, secret, previousSecret] = [pasted.clientId, pasted.secret, pasted.previousSecret].map(
    (text) => text.trim() || undefined,
  );
  const explanation = await explainToken(token, {
    clientId,
    secrets: [secret, previousSecret],
    now: () => now,
  });
  return { token, explanation };
}

/** The verdict in words. */
export interface Verdict {
  kind: 'empty' | 'not-a-token' | 'accepted' | 'rejected' | 'undecided';
  tone: 'idle' | 'good' | 'warn' | 'bad';
  icon: string;
  title: string;
  /** The error code, which follows the title. */
  code?: string;
  text: string;
}

export function verdictOf(inspection: Inspection | undefined): Verdict {
  if (!inspection) {
    return {
      kind: 'empty',
      tone: 'idle',
      icon: 'info',
      title: 'Nothing pasted yet',
      text: "Copy the Authorization header of a request from the browser's network panel, and paste it here.",
    };
  }
  const { verdict, holder, shop, code, checks, isCodeCertain } = inspection.explanation;
  const whose = holder && `${HOLDERS[holder]} of ${shop}`;
  if (verdict === 'accepted') {
    return {
      kind: verdict,
      tone: 'good',
      icon: 'check-circle',
      title: 'Accepted',
      text: `It belongs to ${whose}.`,
    };
  }
  const missing = checks.flatMap((check) => (check.status === 'not checked' ? [check] : []));
  if (verdict === 'undecided') {
    const reasons = missing.map(({ title, reason }) => `${title.toLowerCase()}, because ${reason}`);
    return {
      kind: verdict,
      tone: 'warn',
      icon: 'alert-triangle',
      title: 'No fault found so far',
      text: `By its claims, it belongs to ${whose}. Not checked: ${reasons.join('; ')}.`,
    };
  }
  const failed = checks.find((check) => check.status === 'failed');
  const hint = isCodeCertain
    ? ''
    : ' Your server may find another fault first, because not every check could be made here.';
  return {
    kind: holder ? 'rejected' : 'not-a-token',
    tone: 'bad',
    icon: 'alert-circle',
    title: holder ? 'Rejected' : 'Not a session token',
    ...(code && { code }),
    text: `${failed?.message}${holder ? hint : ''}`,
  };
}

const HOLDERS = {
  guest: 'a guest (or a customer whose id the app may not read)',
  customer: 'a customer',
  staff: 'a staff member',
} as const;

/** The part of the token that the first failed check is about. */
export function guiltyPart({ checks }: TokenExplanation): 'header' | 'payload' | 'signature' | undefined {
  const failed = checks.find((check) => check.status === 'failed');
  if (!failed || failed.id === 'size' || failed.id === 'form') return undefined;
  return failed.id === 'header' || failed.id === 'signature' ? failed.id : 'payload';
}
