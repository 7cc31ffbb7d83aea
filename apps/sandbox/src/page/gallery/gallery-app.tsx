import { ENDPOINTS } from '../../contract/endpoints.ts';
import { formatUrlState } from '../../contract/url-state.ts';
import { BuildErrors } from '../build-errors.tsx';
import { ConnectionNotice } from '../connection-notice.tsx';
import { TargetControls } from '../controls/target-controls.tsx';
import { Logo, ThemeButton } from '../header.tsx';
import type { GalleryModel } from './gallery-model.ts';
import { Row } from './gallery-row.tsx';
import { languageName } from './language-name.ts';

export function GalleryApp({ model }: { model: GalleryModel }) {
  const { theme } = model.url.value;
  return (
    <>
      <header class="top">
        <div class="bar">
          <Logo />
          <h1 class="brand">
            Session token <span>gallery</span>
          </h1>
          <div class="top-actions">
            <a class="action quiet" href={`${ENDPOINTS.page}${formatUrlState(model.url.value)}`}>
              Sandbox
            </a>
            <ThemeButton model={model} />
          </div>
        </div>
        <p class="tagline">
          Every state of a block, each rendered by its own worker against the real server.
        </p>
      </header>
      <section class="toolbar gallery-controls" aria-label="Controls">
        <TargetControls model={model} />
        <Languages model={model} />
        <ChosenStates model={model} />
        <Progress model={model} />
      </section>
      <ConnectionNotice model={model} />
      <NothingToRun model={model} />
      <main class="gallery-rows" style={{ '--languages': model.languages.value.length }}>
        {model.shownRows.value.map((row) => (
          <Row key={row.id} row={row} theme={theme} />
        ))}
      </main>
      <BuildErrors model={model} />
    </>
  );
}

function Languages({ model }: { model: GalleryModel }) {
  const all = model.allLanguages.value;
  const shown = model.languages.value;
  if (all.length < 2) return null;
  const toggle = (language: string) => {
    const isShown = (one: string) => (one === language ? !shown.includes(one) : shown.includes(one));
    model.change({ languages: all.filter(isShown) });
  };
  return (
    <fieldset class="gallery-languages" aria-label="Languages">
      {all.map((language) => (
        <label key={language}>
          <input
            type="checkbox"
            checked={shown.includes(language)}
            disabled={shown.length === 1 && shown.includes(language)}
            onChange={() => toggle(language)}
          />
          {languageName(language)}
        </label>
      ))}
    </fieldset>
  );
}

/** Says that the link chooses states, and shows all on request. */
function ChosenStates({ model }: { model: GalleryModel }) {
  const { all, shown } = model.states.value;
  if (shown.length === all.length) return null;
  return (
    <button type="button" class="action" onClick={() => model.change({ states: [] })}>
      Show all {all.length} states
    </button>
  );
}

function Progress({ model }: { model: GalleryModel }) {
  const { done, all } = model.progress.value;
  if (all === 0) return null;
  const isComplete = done === all;
  return (
    <div class="gallery-progress" role="status">
      {!isComplete && <progress aria-label="Rendered states" value={done} max={all} />}
      {isComplete ? `All ${all} rendered` : `${done} of ${all} rendered`}
    </div>
  );
}

function NothingToRun({ model }: { model: GalleryModel }) {
  const unknown = model.unknownTarget.value;
  const ignored = model.ignored.value;
  if (unknown === undefined && ignored.length > 0) {
    return (
      <p class="notice" role="status">
        Ignored parameters of this link: <code>{ignored.join('&')}</code>
      </p>
    );
  }
  const { shown, unknown: unknownStates } = model.states.value;
  if (model.target.value && unknownStates.length > 0) {
    return (
      <p class="notice" role={shown.length === 0 ? 'alert' : 'status'}>
        This target has no states called <code>{unknownStates.join(', ')}</code>.
      </p>
    );
  }
  if (model.target.value || model.extensions.value.length === 0) return null;
  return (
    <p class="notice" role="alert">
      {unknown === undefined
        ? 'None of the extensions here is for this surface, or it does not build yet.'
        : `No target is called ${unknown}, so nothing is rendered.`}
    </p>
  );
}
