import {
  type CorpusContext,
  GENUINE_TOKENS,
  type GenuineToken,
  HOSTILE_TOKENS,
  type HostileToken,
  LIMITS,
} from '@session-token/token-issuer/corpus';

const CONTEXT: CorpusContext = {
  clientId: '0b5ec9a3c2e14a6f8d7092f4b1e6a35c',
  secret: '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',
  shop: 'sandbox.myshopify.com',
  nowSeconds: 1_768_478_400,
};
const PREVIOUS_SECRET = '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';

/** Everything that the suite needs, as JSON: a runtime gets tokens and no code that can mint them. */
export type Rows = ReturnType<typeof mintRows>;

/** Mints every token of the corpus for one app and one fixed clock. */
export function mintRows() {
  const genuine = [...GENUINE_TOKENS, ...LIMITS.map(({ inside }) => inside)];
  const hostile = [...HOSTILE_TOKENS, ...LIMITS.map(({ outside }) => outside)];
  return {
    ...CONTEXT,
    previousSecret: PREVIOUS_SECRET,
    /** A genuine token, signed with the previous secret. */
    signedWithPrevious: GENUINE_TOKENS[0]!.mint({ ...CONTEXT, secret: PREVIOUS_SECRET }),
    genuine: genuine.map(genuineRow),
    hostile: hostile.map(hostileRow),
  };
}

function genuineRow({ name, mint, kind, shop = CONTEXT.shop, customerId, userId }: GenuineToken) {
  return { name, token: mint(CONTEXT), session: { kind, shop, customerId, userId } };
}

function hostileRow({ name, mint, code, claim }: HostileToken) {
  return { name, token: mint(CONTEXT), code, claim };
}
