export {
  CUSTOMER,
  fakeServer,
  GUEST,
  INVITATION,
  json,
  MEMBER,
  networkFailure,
  noAnswer,
  refusal,
  STAFF,
} from './fake-server.ts';
export { createTexts, readLocales } from './locales.ts';
export { describeLocales } from './locales-contract.ts';
export { clickOn, createQueries, fakeTimers, settle } from './queries.ts';
