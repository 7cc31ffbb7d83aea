import { randomBytes } from 'node:crypto';
import { createTokenIssuer } from '@session-token/token-issuer';

/** Client id and secret of every candidate. */
export const CLIENT_ID = '0123456789abcdef0123456789abcdef';
export const SECRET = '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';
/** The current secret during a rotation, in which `SECRET` is the previous one. */
export const NEXT_SECRET = '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';
const FOREIGN_SECRET = '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';

const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
let customers = 7_000_000_000_000; // as long as real customer ids

/** Mints a genuine token of a customer in checkout, a different customer each time. */
export function mintGenuine(): string {
  customers += 1;
  return mint({ sub: `gid://shopify/Customer/${customers}` });
}

/** Mints tokens that must be rejected, a new one each time, so that no cache can help. */
export const mintRejected = {
  'bad signature': () => mint({ sub: 'gid://shopify/Customer/1' }, { secret: FOREIGN_SECRET }),
  expired: () => {
    const issuedAt = Math.floor(Date.now() / 1000) - 1000;
    return mint({ iat: issuedAt, nbf: issuedAt, exp: issuedAt + 300 });
  },
  'wrong audience': () => mint({ aud: 'ffffffffffffffffffffffffffffffff' }),
  'alg: none': () => {
    const [, payload] = mint().split('.');
    return `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`;
  },
  garbage: () => randomBytes(330).toString('base64url'),
  '1 MB': () => `${mint()}${randomBytes(750_000).toString('base64url')}`,
} satisfies Record<string, () => string>;
export type RejectedKind = keyof typeof mintRejected;

export function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** Repeats each token and shuffles them, in the same order in every run. */
export function shuffled(tokens: readonly string[], repeats: number): string[] {
  const all = tokens.flatMap((token) => new Array<string>(repeats).fill(token));
  let state = 20_261_125;
  for (let index = all.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes' generator
    const other = state % (index + 1);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
