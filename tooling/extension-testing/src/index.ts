export { createTexts, readLocales } from './locales.ts';
export { describeLocales } from './locales-contract.ts';
export { MEMBER } from './loyalty/fixtures.ts';
export { clickOn, createQueries, fakeTimers, settle } from './queries.ts';
