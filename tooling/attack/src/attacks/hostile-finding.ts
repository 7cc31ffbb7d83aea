import type { CorpusContext, HostileToken } from '@session-token/token-issuer/corpus';
import type { FindingId } from '../findings/catalog.ts';

/** Tokens whose category and name say more than their code. The first match counts. */
const BY_NAME: readonly [pattern: RegExp, finding: FindingId][] = [
  [/^algorithm: alg none and /, 'algorithm/none'],
  [/^algorithm: .* by the attacker's key/, 'signature/attacker-key'],
  [/^signature: (the attacker's key|a key URL|a kid that)/, 'signature/attacker-key'],
  [/^signature: no signature|^encoding: two segments/, 'signature/missing'],
  [
    /^(signature|encoding): a signature (cut|of one character|with a byte after it|twice over)/,
    'signature/truncated',
  ],
  [/^signature: signed with (our client id|an empty secret)/, 'signature/guessable-secret'],
  [/^encoding: two tokens/, 'authorization/several'],
  [/^encoding: (a second Bearer prefix|quotes around)/, 'authorization/scheme'],
  [/^header: .*(type of|empty type|a type |of an access token)/, 'foreign/token-type'],
  [/^header: header: |^encoding: (payload: |an empty payload)/, 'encoding/json'],
  [/^encoding: /, 'encoding/spelling'],
  [/^times: a token that expired a minute ago/, 'times/tolerance'],
  [/^audience: .* list/, 'audience/list'],
  [/^audience: .*(another app|and, after it, another)/, 'audience/other'],
  [/^foreign: X1: post-purchase/, 'foreign/post-purchase'],
  [/^foreign: a changeset that/, 'foreign/changeset'],
  [/^foreign: a self-made token/, 'foreign/own-token'],
];

const BY_CODE: Readonly<Record<string, FindingId>> = {
  unsupported_algorithm: 'algorithm/not-pinned',
  unsupported_header: 'encoding/critical-extension',
  bad_signature: 'signature/not-verified',
  wrong_audience: 'audience/loose',
  invalid_time: 'times/malformed',
  expired: 'times/expired',
  not_yet_valid: 'times/not-yet-valid',
  issued_in_future: 'times/issued-in-future',
  lifetime_too_long: 'times/lifetime',
  bad_issuer: 'shop/issuer',
  bad_subject: 'caller/subject',
  bad_token_id: 'caller/token-id',
  bad_session_id: 'caller/token-id',
};

const BY_MISSING_CLAIM: Readonly<Record<string, FindingId>> = {
  aud: 'audience/missing',
  exp: 'times/no-expiry',
  nbf: 'times/no-start',
  iat: 'times/no-start',
  dest: 'shop/missing',
  sub: 'caller/subject',
  jti: 'caller/token-id',
};

/** Returns the finding if a server accepts this token. @throws {TypeError} for a token of an unknown code */
export function hostileFinding(row: HostileToken, context: CorpusContext): FindingId {
  const { name, category, code, claim = '' } = row;
  const finding =
    BY_NAME.find(([pattern]) => pattern.test(`${category}: ${name}`))?.[1] ??
    (code === 'bad_dest' ? destFinding(row.mint(context)) : undefined) ??
    (code === 'missing_claim' ? BY_MISSING_CLAIM[claim] : BY_CODE[code]);
  if (!finding) throw new TypeError(`no finding for the code ${code} of "${name}"`);
  return finding;
}

/** Distinguishes a host that is not Shopify's from another spelling of a shop. */
function destFinding(token: string): FindingId {
  const { dest } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
  if (typeof dest !== 'string') return 'shop/loose';
  const text = /^[a-z]+:/i.test(dest) && !/:\d+$/.test(dest) ? dest : `https://${dest}`;
  const host = URL.canParse(text) ? new URL(text).hostname : '';
  return !host.includes('.') || /(^|\.)myshopify\.com\.?$/.test(host) ? 'shop/loose' : 'shop/other-domain';
}
