import { type HostileToken, hostile } from './row.ts';

const OPAQUE_IDS: readonly [name: string, value: unknown][] = [
  ['empty', ''],
  ['null', null],
  ['a number', 1],
  ['true', true],
  ['a list', ['x']],
  ['an object', {}],
  ['129 characters', 'x'.repeat(129)],
  ['2 000 characters', 'x'.repeat(2000)],
  ['a space', ' '],
  ['a space inside', 'a b'],
  ['a line feed, to forge a log line', 'x\nadmitted'],
  ['a NUL', 'x\0'],
  ['an escape sequence for the terminal', '\u001b[2J'],
  ['letters beyond ASCII', 'j\u00fcti'],
  ['a lone surrogate', '\ud800'],
];

/** Ids of the token and of the session, and claims where they do not count. */
export const CLAIMS: readonly HostileToken[] = [
  hostile('claims', 'missing_claim', 'jti', 'no jti', ({ mint }) => mint({ jti: undefined })),
  ...OPAQUE_IDS.map(([name, jti]) =>
    hostile('claims', 'bad_token_id', 'jti', `jti: ${name}`, ({ mint }) => mint({ jti })),
  ),
  ...OPAQUE_IDS.map(([name, sid]) =>
    hostile('claims', 'bad_session_id', 'sid', `sid: ${name}`, ({ mintStaff }) => mintStaff({ sid })),
  ),
  hostile('claims', 'wrong_audience', 'aud', 'claims under __proto__ only', ({ mintWithJson, clientId }) =>
    mintWithJson('aud', `null,"__proto__":{"aud":${JSON.stringify(clientId)}}`),
  ),
];
