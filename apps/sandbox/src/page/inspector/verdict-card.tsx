import { ENDPOINTS } from '../../contract/endpoints.ts';
import { Icon } from '../elements/icon.tsx';
import { type Inspection, verdictOf } from '../model/inspection.ts';

/** Whether a server accepts the token, and if not, what failed and what to do. */
export function VerdictCard({ inspection }: { inspection: Inspection | undefined }) {
  const { kind, tone, icon, title, code, text } = verdictOf(inspection);
  const failed = inspection?.explanation.checks.find((check) => check.status === 'failed');
  return (
    <section class={`card outcome ${tone}`} aria-label="Verdict" aria-live="polite" data-verdict={kind}>
      <div class="outcome-head">
        <span class="outcome-icon">
          <Icon name={icon} />
        </span>
        <div>
          <h2>
            {title} {code && <code>{code}</code>}
          </h2>
          <p>{text}</p>
        </div>
      </div>
      {failed && (
        <div class="outcome-body">
          <dl class="diagnosis">
            <dt>Where</dt>
            <dd>{failed.title}</dd>
            <dt>Fix</dt>
            <dd>
              {failed.remedy}{' '}
              <a href={`${ENDPOINTS.troubleshooting}#${failed.code}`} target="_blank" rel="noreferrer">
                Causes and fixes in the troubleshooting guide
              </a>
            </dd>
          </dl>
        </div>
      )}
    </section>
  );
}
