import { type AttackOptions, KINDS, type Kind } from '../options/attack-options.ts';
import { type Attack, tokenRequest } from './attack.ts';
import { genuineToken } from './genuine-token.ts';

const HOLDERS: Record<Kind, string> = {
  guest: 'a guest',
  customer: 'a customer',
  staff: 'a staff member',
};

/** A genuine token of each served caller. Nothing can be said about a server that rejects one of them. */
export function servedCallers({ kinds }: AttackOptions): (Attack & { kind: Kind })[] {
  return kinds.map((kind) => ({
    ...callerAttack(kind),
    kind,
    expected: 'accepted',
    finding: 'genuine/known-form',
  }));
}

/** Genuine tokens of the callers that the route does not serve. */
export function otherCallers({ kinds }: AttackOptions): Attack[] {
  return KINDS.filter((kind) => !kinds.includes(kind)).map((kind) => ({
    ...callerAttack(kind),
    expected: 'rejected',
    finding: 'kind/wrong-caller',
  }));
}

/** A token that looks as if it came from the future, because Shopify's clock is ahead of the server's. */
export function aheadOfClock({ kinds }: AttackOptions): Attack[] {
  return [
    {
      ...{
        name: 'a genuine token whose nbf is 3 s in the future',
        expected: 'accepted',
        finding: 'genuine/clock',
      },
      build: (context) =>
        tokenRequest(context, genuineToken(context, kinds[0]!, { nbf: context.nowSeconds + 3 })),
    },
  ];
}

/** The same token twice, as Shopify hands it out. */
export function repeatedToken({ kinds }: AttackOptions): Attack[] {
  let token: string | undefined;
  return ['the first use of a token', 'the second use of a token'].map((name) => ({
    ...{ name, expected: 'accepted', finding: 'genuine/repeated' },
    build(context) {
      token ??= genuineToken(context, kinds[0]!);
      return tokenRequest(context, token);
    },
  }));
}

const callerAttack = (kind: Kind) => ({
  name: `a genuine token of ${HOLDERS[kind]}`,
  build: (context: Parameters<Attack['build']>[0]) => tokenRequest(context, genuineToken(context, kind)),
});
