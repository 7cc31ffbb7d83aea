import type { Attack } from './attacks/attack.ts';
import { type Exchange, isAnswered } from './http/exchange.ts';
import type { AttackOptions, Kind } from './options/attack-options.ts';
import { printable } from './report/printable.ts';

const EXCERPT_LENGTH = 200;

/** Says why nothing can be concluded, and what to try. The excerpt of the response contains no secret and no token. */
export function describeVoid(
  { name, kind }: Attack & { kind: Kind },
  exchange: Exchange,
  app: AttackOptions,
): string {
  return `The server did not accept ${name}: ${describeExchange(exchange, app)}\n${advise(kind, exchange)}`;
}

function describeExchange(exchange: Exchange, app: AttackOptions): string {
  if (!isAnswered(exchange)) {
    return exchange.failure === 'timeout'
      ? 'no response in time.'
      : `no response (${exchange.code ?? 'closed'}).`;
  }
  const { status, headers, body } = exchange;
  const hidden = body.replaceAll(app.secret, '[secret]').replace(/eyJ[\w-]*\.[\w.-]*/g, '[token]');
  const location = headers.location === undefined ? '' : `, to ${headers.location}`;
  const excerpt = printable(`${location}${hidden && `: ${hidden.slice(0, EXCERPT_LENGTH)}`}`);
  return `it answered ${status}${excerpt}`;
}

function advise(kind: Kind, exchange: Exchange): string {
  if (!isAnswered(exchange)) return 'Start the server, and check the port of the URL.';
  const { status } = exchange;
  if (status >= 300 && status < 400) return 'Redirects are not followed: name the final URL.';
  if (status === 404) {
    return 'Check the path of the URL. If the route answers 404 after it has verified the token, add 404 to --accept.';
  }
  if (status === 405) return 'Set the method of the route with --method.';
  if (status === 400 || status === 415 || status === 422) {
    return 'Send what the route needs with --method, --header and --body.';
  }
  if (status === 403) {
    return `If the route does not serve ${kind === 'staff' ? 'staff' : `a ${kind}`}, leave ${kind} out of --kinds. If it serves installed shops only, set --shop.`;
  }
  if (status >= 500) return "Read the server's log. A route that loads a shop may need --shop.";
  return `Check --client-id and the secret. If the route does not serve ${kind === 'staff' ? 'staff' : `a ${kind}`}, leave ${kind} out of --kinds.`;
}
