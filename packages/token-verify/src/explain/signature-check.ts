import { decodeBase64url } from '../base64url.ts';
import type { CompactJws, JsonObject } from '../compact-jws.ts';
import { SessionTokenError } from '../errors.ts';
import { findSecretProblem } from '../options.ts';
import type { SecretVersion } from '../verified-token.ts';
import type { CheckList } from './check-list.ts';

export interface SignatureInput {
  jws: CompactJws | undefined;
  isHeaderValid: boolean;
  /** The unverified claims, for the remedy. */
  payload: JsonObject | undefined;
  clientId: string | undefined;
  secrets: readonly [current?: string | undefined, previous?: string | undefined];
}

const SIGNATURE = {
  id: 'signature',
  title: 'Signature',
  expected: "HMAC-SHA-256 with the app's current or previous client secret",
};

/** Checks the signature with WebCrypto, the current secret first, like the verifier. */
export async function checkSignature(input: SignatureInput, list: CheckList): Promise<void> {
  const { jws, isHeaderValid, secrets } = input;
  const given = versionsOf(secrets);
  if (!jws) return list.skip(SIGNATURE, 'the token could not be split into parts');
  if (!isHeaderValid) return list.skip(SIGNATURE, 'the header is not that of an HS256 token');
  if (given.length === 0) return list.skip(SIGNATURE, 'no client secret was given');
  for (const [version, secret] of given) {
    // The verifier does not start with such a secret.
    const problem = findSecretProblem(secret, input.clientId ?? '');
    if (problem !== undefined) return list.skip(SIGNATURE, `the ${version} secret ${problem}`);
  }
  if (!globalThis.crypto?.subtle) {
    return list.skip(SIGNATURE, 'WebCrypto is missing here: browsers have it on https:// and localhost only');
  }
  const version = await findVersion(jws, given);
  const found = version ? `signed with the ${version} secret` : `not signed with ${namesOf(given)}`;
  await list.run({ ...SIGNATURE, found, remedy: remedyFor(input) }, () => {
    if (!version) throw new SessionTokenError('bad_signature');
  });
}

type GivenSecret = readonly [version: SecretVersion, secret: string];

function versionsOf([current, previous]: SignatureInput['secrets']): GivenSecret[] {
  const versions: [SecretVersion, string | undefined][] = [
    ['current', current],
    ['previous', previous],
  ];
  return versions.filter((entry): entry is [SecretVersion, string] => Boolean(entry[1]));
}

const namesOf = (given: readonly GivenSecret[]) =>
  given.length === 1 ? `the ${given[0]?.[0]} secret` : 'either secret';

async function findVersion(
  jws: CompactJws,
  given: readonly GivenSecret[],
): Promise<SecretVersion | undefined> {
  for (const [version, secret] of given) if (await isSignedWith(jws, secret)) return version;
  return undefined;
}

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

async function isSignedWith({ signingInput, signature }: CompactJws, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), ALGORITHM, false, ['verify']);
  const bytes = new Uint8Array(decodeBase64url(signature));
  return crypto.subtle.verify('HMAC', key, bytes, encoder.encode(signingInput));
}

/** Says what a wrong signature most likely means, by comparing the unverified `aud` with the client id. */
function remedyFor({ payload, clientId }: SignatureInput): string | undefined {
  if (!payload || !clientId || typeof payload.aud !== 'string') return undefined;
  return payload.aud === clientId
    ? 'The token names this app. Copy its client secret from the Dev Dashboard; it may have been rotated. If the secret is right, someone edited the token.'
    : 'The token names another app in "aud". Use the client id and the secret of the app that the extension belongs to.';
}
