export { readApiBaseUrl } from './api-base-url.ts';
export { type Asked, ask } from './ask.ts';
export { describeFailure, type FailureDescription } from './describe-failure.ts';
export type { Texts } from './texts.ts';
