import { useEffect, useRef } from 'preact/hooks';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { Output, WorkerProblems } from '../preview/extension-block.tsx';
import { textOf } from '../report/texts.ts';
import { reportTree } from '../report/tree-report.ts';
import { languageName } from './language-name.ts';
import type { LanguageCell } from './rows.ts';

/** Returns the path and query of the page that shows the same state. */
export const linkTo = (url: UrlState, theme: UrlState['theme']): string =>
  `${ENDPOINTS.page}${formatUrlState(theme ? { ...url, theme } : url)}`;

interface CellProps extends LanguageCell {
  title: string;
  theme: UrlState['theme'];
}

/** The extension's rendering of one state in one language. It is static, because its worker has ended. */
export function GalleryCell({ title, theme, language, cell }: CellProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(cell.tree);
    return cell.hide;
  }, [cell]);
  const state = cell.state.value;
  const output = state?.output.value;
  const name = language ? `${title}, ${languageName(language)}` : title;
  return (
    <figure class="gallery-cell" aria-label={name}>
      <figcaption>
        <span>{language ? languageName(language) : title}</span>
        <a href={linkTo(cell.url, theme)} aria-label={`Open ${name} in the sandbox`}>
          Open
        </a>
      </figcaption>
      <div
        class="gallery-block"
        role="img"
        aria-label={textOf(reportTree(cell.tree)) || 'Nothing is rendered'}
        lang={language}
      >
        <div ref={place} inert />
      </div>
      {output && <Output value={output.value} />}
      {state && <WorkerProblems model={state} />}
    </figure>
  );
}
