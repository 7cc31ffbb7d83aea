import type { UrlState } from '../../contract/url-state.ts';
import type { Outcome } from '../model/outcome.ts';
import { GalleryCell, linkTo } from './gallery-cell.tsx';
import type { GalleryRow, ShownRow } from './rows.ts';

/** One state in all languages, with links to the states that look the same. */
export function Row({ row, theme }: { row: ShownRow; theme: UrlState['theme'] }) {
  const { id, title, description, cells, same } = row;
  const outcome = cells[0]?.cell.state.value?.outcome.value;
  return (
    <section class="gallery-row" aria-labelledby={`state-${id}`}>
      <div class="gallery-head">
        <h2 id={`state-${id}`}>{title}</h2>
        {outcome && <OutcomeTag outcome={outcome} />}
        <p>{description}</p>
        {same.length > 0 && (
          <p class="gallery-same">
            Looks the same:{' '}
            {same.map((other, index) => (
              <>
                {index > 0 && ', '}
                <SameState key={other.id} row={other} theme={theme} />
              </>
            ))}
          </p>
        )}
      </div>
      <div class="gallery-cells">
        {cells.map(({ language, cell }) => (
          <GalleryCell key={cell} title={title} theme={theme} language={language} cell={cell} />
        ))}
      </div>
    </section>
  );
}

const SameState = ({ row, theme }: { row: GalleryRow; theme: UrlState['theme'] }) => (
  <a href={linkTo(row.cells[0]!.cell.url, theme)} title={row.description}>
    {row.title}
  </a>
);

function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const [text, tone] = tagOf(outcome);
  return <span class={`gallery-outcome ${tone}`}>{text}</span>;
}

function tagOf(outcome: Outcome): [text: string, tone: 'good' | 'bad' | 'idle'] {
  switch (outcome.kind) {
    case 'verified':
      return ['accepted', 'good'];
    case 'rejected':
      return [outcome.code ?? String(outcome.exchange.status), 'bad'];
    case 'answered':
      return [String(outcome.exchange.status), 'bad'];
    case 'unreachable':
      return ['no response', 'bad'];
    case 'blocked':
      return ['blocked by the browser', 'bad'];
    case 'refused':
    case 'no-network':
      return ['not sent', 'bad'];
    case 'no-token':
      return ['no token', 'bad'];
    case 'pending':
      return ['pending', 'idle'];
    case 'waiting':
      return ['no request', 'idle'];
  }
}
