export { readApiBaseUrl } from './api-base-url.ts';
export { type Asked, ask } from './ask.ts';
export { describeFailure } from './describe-failure.ts';
