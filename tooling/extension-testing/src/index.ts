export { createI18n, readLocales } from './locales.ts';
export { testLocales } from './locales-contract.ts';
export { clickOn, createQueries, fakeTimers, settle } from './queries.ts';
