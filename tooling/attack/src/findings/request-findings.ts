import type { Finding } from './finding.ts';

const UNREADABLE = 'Nothing. A browser withholds the response, so the extension sees a network error.';

/** About requests and responses, whatever the token. */
export const REQUEST_FINDINGS = {
  'genuine/known-form': {
    severity: 'medium',
    title: 'Rejects genuine tokens of a form that Shopify issues',
    gain: 'Nothing. Customers or staff with such tokens are turned away.',
    fix: 'Accept every form that is documented or observed: dest with and without https://, iss absent or present.',
  },
  'genuine/other-form': {
    severity: 'info',
    title: 'Rejects genuine tokens of a form that Shopify may issue',
    gain: 'Nothing. If Shopify issues such tokens one day, their holders are turned away.',
    fix: 'Ignore what you do not know: additional claims and header fields.',
  },
  'genuine/clock': {
    severity: 'medium',
    title: 'Rejects genuine tokens when the clocks differ by 3 seconds',
    gain: "Nothing. Tokens are rejected whenever Shopify's clock is ahead of yours.",
    fix: 'Allow clocks to differ by 10 seconds.',
  },
  'genuine/repeated': {
    severity: 'medium',
    title: 'Rejects a token that was used before',
    gain: 'Nothing. Shopify hands out the same token for minutes, so honest requests fail.',
    fix: 'Make writes idempotent instead of rejecting a repeated jti.',
  },
  'authorization/no-token': {
    severity: 'critical',
    title: 'Serves requests without a token',
    gain: 'Anyone can call the API.',
    fix: 'Verify the token before the route runs, and reject a request without one.',
  },
  'authorization/other-place': {
    severity: 'medium',
    title: 'Reads a token from the URL or a cookie',
    gain: 'Tokens in URLs end up in logs; a cookie lets other sites send requests for the buyer.',
    fix: 'Read the Authorization header alone.',
  },
  'authorization/scheme': {
    severity: 'low',
    title: 'Accepts a token without the scheme Bearer',
    gain: 'Nothing. Proxies and logs that mask bearer tokens miss this one.',
    fix: 'Require "Bearer", a space and one token.',
  },
  'authorization/several': {
    severity: 'low',
    title: 'Accepts more than one token in a request',
    gain: 'A proxy may check one token while the server uses the other.',
    fix: 'Reject a request with two Authorization headers, or with two tokens in one.',
  },
  'authorization/scheme-case': {
    severity: 'info',
    title: 'Rejects the scheme in lower case ("bearer")',
    gain: 'Nothing. RFC 9110 §11.1 makes the scheme case-insensitive.',
    fix: 'Compare the scheme without regard to case.',
  },
  'response/server-error': {
    severity: 'medium',
    title: 'Answers a bad token with a server error',
    gain: 'Anyone can trigger alerts, and an unhandled error may stop the process.',
    fix: 'Catch every error of the verification, and answer 401.',
  },
  'response/none': {
    severity: 'medium',
    title: 'Drops the connection, or does not answer in time',
    gain: 'A few requests may keep the server busy. The extension sees a network error.',
    fix: 'Catch every error of the verification, and answer 401.',
  },
  'response/status': {
    severity: 'low',
    title: 'Rejects a token with an unusual status',
    gain: 'Nothing. A client that expects 401 cannot tell that a new token would help.',
    fix: 'Answer 401, or 403 for the wrong caller; --reject names other statuses that you intend.',
  },
  'response/stops': {
    severity: 'critical',
    title: 'Stops answering genuine tokens',
    gain: 'Anyone can stop the server with one request.',
    fix: 'Limit the size of a request, and catch every error of the verification.',
  },
  'cors/preflight': {
    severity: 'medium',
    title: 'Does not answer the preflight without a token',
    gain: UNREADABLE,
    fix: 'Answer OPTIONS with 2xx and CORS headers before the token is verified, without a redirect.',
  },
  'cors/preflight-header': {
    severity: 'medium',
    title: 'The preflight does not allow the header of the token',
    gain: UNREADABLE,
    fix: 'Name it in Access-Control-Allow-Headers: "*" does not cover Authorization.',
  },
  'cors/preflight-method': {
    severity: 'medium',
    title: "The preflight does not allow the route's method",
    gain: UNREADABLE,
    fix: 'List the method in Access-Control-Allow-Methods.',
  },
  'cors/accepted': {
    severity: 'medium',
    title: 'Responses to genuine tokens lack CORS headers',
    gain: UNREADABLE,
    fix: 'Send Access-Control-Allow-Origin: * with every response.',
  },
  'cors/rejected': {
    severity: 'medium',
    title: 'Rejections lack CORS headers',
    gain: UNREADABLE,
    fix: 'Add CORS headers before anything that can reject a request.',
  },
  'cors/other-origin': {
    severity: 'low',
    title: 'Allows some origins only',
    gain: 'Nothing. Shopify may change the origins of extensions without notice.',
    fix: 'Send Access-Control-Allow-Origin: *, because the token decides, not the origin.',
  },
  'cors/credentials': {
    severity: 'medium',
    title: 'Allows every origin to send credentials',
    gain: 'If the server also accepts a cookie, any site can send requests for the buyer and read them.',
    fix: 'Leave out Access-Control-Allow-Credentials.',
  },
  'leak/secret': {
    severity: 'critical',
    title: 'Discloses the client secret',
    gain: 'Anyone can sign tokens for every customer of every shop.',
    fix: 'Rotate the secret now, and send no settings or errors to the client.',
  },
  'leak/token': {
    severity: 'medium',
    title: 'Repeats the token in a response',
    gain: 'Anyone who sees the response, in a log or a bug report, can call the API.',
    fix: 'Answer with an error code, never with the request or the error itself.',
  },
  'leak/claims': {
    severity: 'low',
    title: 'Repeats claims of a rejected token',
    gain: 'Unverified text from a stranger reaches logs and pages.',
    fix: 'Answer with an error code; name the claim, not its value.',
  },
  'leak/stack': {
    severity: 'medium',
    title: 'Discloses a stack trace',
    gain: 'Paths, package names and versions help an attacker find the next weakness.',
    fix: 'Answer with an error code, and log the error.',
  },
} as const satisfies Record<string, Finding>;
