export const USAGE =
  'Usage: npx -y pnpm attack <url> --client-id <id> --secret-env <NAME> [--kinds guest,customer] [--fail-on medium]. All options: npx -y pnpm attack --help';

export const HELP = `Usage: npx -y pnpm attack <url> --client-id <id> --secret-env <NAME> [options]

Sends genuine session tokens, which your backend must accept, then hostile ones, which it must reject. Checks CORS and
what the responses disclose. Use a route that only reads: genuine tokens are accepted, so their requests take effect.

The app:

  --client-id <id>       The app's client id, the aud of its tokens. Required.
  --secret-env <NAME>    The environment variable with the app's client secret, which signs the tokens.
  --secret-file <file>   A file with the secret, instead of --secret-env.
  --shop <domain>        The shop of the tokens. Default: sandbox.myshopify.com.

The route:

  --kinds <list>         Callers that the route serves: guest, customer, staff. Tokens of the others must be rejected.
                         Default: guest,customer,staff.
  --method <method>      Default: GET.
  --header 'Name: value' Sends this header, too. Repeatable.
  --body <text>          Sends this body, of the type in --header 'Content-Type: …'.
  --token-header <name>  Sends the token in this header. Default: Authorization, after "Bearer ".
  --accept <statuses>    Statuses that accept a token. Default: 200-299.
  --reject <statuses>    Statuses that properly reject one. Default: 400,401,403,413,431.
  --no-cors              Skips the CORS checks, for a route that no extension calls.

The report:

  --fail-on <severity>   Exits with 1 for a finding of this severity or worse: critical, high, medium, low or info.
                         Default: high.
  --json <file>          Writes all results as JSON.
  --junit <file>         Writes all results as JUnit XML.
  --baseline <file>      Known findings, which do not fail the run.
  --update-baseline      Writes the findings of this run to the baseline.

Limits:

  --concurrency <n>      Requests at the same time, 1 to 32. Default: 4.
  --max-requests <n>     Requests in total, 50 to 10000. Default: 1500.
  --timeout <seconds>    Per request, 1 to 60. Default: 10.
  --max-time <seconds>   For the whole run, 1 to 3600. Default: 300.
  --max-wait <seconds>   How long to wait in total when the server answers 429, 0 to 3600. Default: 120.
  --i-own-this           Allows a target that is not on this machine. Attack only servers that you own.

The secret is never printed and never part of a report. Redirects are not followed.

Exit codes: 0 no finding that fails the run. 1 at least one. 2 the result is void: genuine tokens were rejected, or a
            limit ended the run. 3 wrong usage.`;
