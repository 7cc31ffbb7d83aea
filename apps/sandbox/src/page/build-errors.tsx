import { useState } from 'preact/hooks';
import type { BundleProblem, ExtensionState } from '../contract/extension-state.ts';
import { Icon } from './elements/icon.tsx';
import type { SandboxState } from './model/sandbox-state.ts';

const takeFocus = (button: HTMLElement | null) => button?.focus();

/**
 * Shows the build errors of the newest save: over the page for the extension that is selected, as a
 * notice for the others. A closed overlay opens again when another save fails.
 */
export function BuildErrors({ model }: { model: SandboxState }) {
  const [closed, setClosed] = useState<Record<string, string>>({});
  const [opened, setOpened] = useState<string>();
  const selected = model.extension.value?.id;
  const broken = model.extensions.value.filter(({ problems }) => problems.length > 0);
  const isOpen = (extension: ExtensionState) =>
    opened === extension.id ||
    ((extension.id === selected || selected === undefined) && closed[extension.id] !== contentOf(extension));
  const shown = broken.find(isOpen);
  return (
    <>
      {broken
        .filter((extension) => extension !== shown)
        .map(({ id }) => (
          <p key={id} class="notice build-notice" role="status">
            The extension {id} does not build.{' '}
            <button type="button" class="text-button" onClick={() => setOpened(id)}>
              Show errors of {id}
            </button>
          </p>
        ))}
      {shown && (
        <Overlay
          extension={shown}
          onClose={() => {
            setOpened(undefined);
            setClosed({ ...closed, [shown.id]: contentOf(shown) });
          }}
        />
      )}
    </>
  );
}

const contentOf = ({ problems }: ExtensionState) => JSON.stringify(problems);

function Overlay({ extension, onClose }: { extension: ExtensionState; onClose: () => void }) {
  const { id, revision, problems } = extension;
  return (
    <div
      class="build-errors"
      role="alertdialog"
      aria-labelledby="build-errors-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="build-errors-card">
        <div class="build-errors-head">
          <h2 id="build-errors-title">The extension {id} does not build</h2>
          <button type="button" class="action" ref={takeFocus} onClick={onClose}>
            <Icon name="x" />
            Close
          </button>
        </div>
        <p>
          {revision > 0 ? 'The last version that built is still running. ' : ''}This closes when a save
          builds.
        </p>
        {problems.map((problem) => (
          <Problem key={`${problem.file}:${problem.line}:${problem.text}`} problem={problem} />
        ))}
      </div>
    </div>
  );
}

/** A problem with its place in the source. */
export function Problem({ problem: { text, file, line, column, lineText } }: { problem: BundleProblem }) {
  return (
    <section class="build-error">
      <strong>{text}</strong>
      {file && (
        <code class="place">
          {file}
          {line && `:${line}:${column ?? 1}`}
        </code>
      )}
      {lineText && (
        <pre>
          {lineText}
          {'\n'}
          {`${' '.repeat(Math.max(0, (column ?? 1) - 1))}^`}
        </pre>
      )}
    </section>
  );
}
