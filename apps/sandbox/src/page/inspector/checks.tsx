import type { TokenExplanation } from '@session-token/token-verify/explain';
import { Card } from '../panel/card.tsx';

type Check = TokenExplanation['checks'][number];

const MARKS = {
  passed: { mark: '✓', tone: 'good' },
  failed: { mark: '✗', tone: 'bad' },
  'not checked': { mark: '?', tone: 'warn' },
} as const satisfies Record<Check['status'], object>;

/** Every check, in the server's order. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const summary = [
    `${count('passed')} passed`,
    `${count('failed')} failed`,
    `${count('not checked')} not checked`,
  ];
  return (
    <Card title="Checks" aside={<small class="subdued">{summary.join(', ')}</small>}>
      <ol class="checks">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ol>
    </Card>
  );
}

function CheckRow({ check }: { check: Check }) {
  const { mark, tone } = MARKS[check.status];
  return (
    <li class={`check ${tone}`} data-check={check.id} data-status={check.status}>
      <span class="check-mark" role="img" aria-label={check.status}>
        {mark}
      </span>
      <span class="check-title">{check.title}</span>
      <span class="check-found">
        {check.status === 'not checked' ? check.reason : <code>{check.found}</code>}
        {check.status === 'failed' && <small class="difference">expected {check.expected}</small>}
      </span>
    </li>
  );
}
