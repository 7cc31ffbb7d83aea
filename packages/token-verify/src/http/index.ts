export { MalformedAuthorizationError, readBearerToken } from './authorization-header.ts';
export { CORS_HEADERS, PREFLIGHT_HEADERS } from './cors.ts';
export { type Rejection, rejectionOf } from './rejection.ts';
