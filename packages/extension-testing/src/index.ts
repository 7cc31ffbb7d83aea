export {
  CUSTOMER,
  fakeServer,
  GUEST,
  json,
  networkFailure,
  noAnswer,
  refusal,
  STAFF,
} from './fake-server.ts';
export { createTexts, readLocales } from './locales.ts';
export { describeLocales } from './locales-contract.ts';
export { INVITATION, MEMBER } from './loyalty/fixtures.ts';
export { clickOn, createQueries, fakeTimers, settle } from './queries.ts';
