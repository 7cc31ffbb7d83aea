import { type Claims, changeCase, type Forge } from './forge.ts';
import { type HostileToken, hostile } from './row.ts';

const foreign = (name: string, aud: (forge: Forge) => unknown): HostileToken =>
  hostile('audience', 'wrong_audience', 'aud', `aud: ${name}`, (forge) => forge.mint({ aud: aud(forge) }));

const wrongInEveryClaim = (nowSeconds: number): Claims => ({
  aud: 'other',
  exp: nowSeconds - 3600,
  dest: 'x',
  jti: '',
});

export const AUDIENCE: readonly HostileToken[] = [
  hostile('audience', 'missing_claim', 'aud', 'no aud', ({ mint }) => mint({ aud: undefined })),
  foreign("another app's client id", () => '15a8d0c37be9426fb82e6c5094d1f7a3'),
  foreign('an empty string', () => ''),
  foreign('null', () => null),
  foreign('true', () => true),
  foreign('zero', () => 0),
  foreign('an empty list', () => []),
  foreign('a list with only our client id', ({ clientId }) => [clientId]),
  foreign('a list of our client id and another', ({ clientId }) => [clientId, 'other']),
  foreign('an object that names our client id', ({ clientId }) => ({ [clientId]: true })),
  foreign('our client id with a suffix', ({ clientId }) => `${clientId}0`),
  foreign('our client id with a prefix', ({ clientId }) => `0${clientId}`),
  foreign('our client id without its last character', ({ clientId }) => clientId.slice(0, -1)),
  foreign('our client id with a letter in the other case', ({ clientId }) => changeCase(clientId)),
  foreign('our client id with a space after it', ({ clientId }) => `${clientId} `),
  foreign('our client id with a line feed after it', ({ clientId }) => `${clientId}\n`),
  foreign('our client id with a NUL after it', ({ clientId }) => `${clientId}\0`),
  foreign('our client id and another, separated by a comma', ({ clientId }) => `${clientId},other`),
  foreign('our client id as a URL', ({ clientId }) => `https://${clientId}`),
  foreign('a pattern that would match anything', () => '.*'),
  hostile('audience', 'wrong_audience', 'aud', 'our client id as aud and, after it, another', (forge) =>
    // JSON.parse takes the last value, other parsers the first.
    forge.mintWithJson('aud', `${JSON.stringify(forge.clientId)},"aud":"other"`),
  ),
  hostile('audience', 'wrong_audience', 'aud', 'aud: another app, and every other claim wrong', (forge) =>
    forge.mint(wrongInEveryClaim(forge.nowSeconds)),
  ),
];
