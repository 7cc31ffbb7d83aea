import type { AttackOptions } from '../../src/options/attack-options.ts';
import { SERVER, type ServerParts } from '../correct-server/server.ts';
import { RULES, type Rules } from '../correct-server/verify.ts';

/** One thing that a server does wrong. */
export interface Fault {
  parts: Partial<ServerParts>;
  /** Options of the run that finds it. Default: those of a run without any flag. */
  options?: Partial<AttackOptions>;
}

/** Replaces one rule of the verification. */
export const breakRule = (rules: Partial<Rules>): Fault => ({ parts: { rules: { ...RULES, ...rules } } });

/** Accepts some tokens that a correct server rejects. */
export const acceptAlso = (accepts: (payload: Record<string, unknown>, token: string) => boolean): Fault => ({
  parts: {
    verify(token, app, rules, now) {
      const [header = '', payload = '', signature = ''] = token.split('.');
      const isSigned = rules.isSigned(
        {
          header: {},
          payload: {},
          input: `${header}.${payload}`,
          signature: Buffer.from(signature, 'base64url'),
        },
        app,
      );
      if (isSigned && accepts(rules.parse(payload), token)) return 'guest';
      return SERVER.verify(token, app, rules, now);
    },
  },
});
