import { describe, test } from 'vitest';
import { CLIENT_ID, expectRejected, type HostileCase, mint, NOW_SECONDS } from './setup.ts';

const foreign = (attack: string, aud: unknown): HostileCase => ({
  attack,
  token: mint({ aud }),
  code: 'wrong_audience',
  claim: 'aud',
});

const cases: HostileCase[] = [
  { attack: 'no aud', token: mint({ aud: undefined }), code: 'missing_claim', claim: 'aud' },
  foreign("another app's client id", '15a8d0c37be9426fb82e6c5094d1f7a3'),
  foreign('an empty string', ''),
  foreign('null', null),
  foreign('true', true),
  foreign('zero', 0),
  foreign('an empty list', []),
  foreign('a list with only our client id', [CLIENT_ID]),
  foreign('a list of our client id and another', [CLIENT_ID, 'other']),
  foreign('an object that names our client id', { [CLIENT_ID]: true }),
  foreign('our client id with a suffix', `${CLIENT_ID}0`),
  foreign('our client id with a prefix', `0${CLIENT_ID}`),
  foreign('our client id without its last character', CLIENT_ID.slice(0, -1)),
  foreign('our client id in capitals', CLIENT_ID.toUpperCase()),
  foreign('our client id with a space after it', `${CLIENT_ID} `),
  foreign('our client id with a line feed after it', `${CLIENT_ID}\n`),
  foreign('our client id with a NUL after it', `${CLIENT_ID}\0`),
  foreign('our client id and another, separated by a comma', `${CLIENT_ID},other`),
  foreign('our client id as a URL', `https://${CLIENT_ID}`),
  foreign('a pattern that would match anything', '.*'),
  {
    attack: 'another app, reported before any other error',
    token: mint({ aud: 'other', exp: NOW_SECONDS - 3600, dest: 'x', jti: '' }),
    code: 'wrong_audience',
    claim: 'aud',
  },
];

describe('a wrong audience', () => {
  test.each(cases)('is rejected: $attack', expectRejected);
});
