import type { BundleProblem } from '../contract/extension-state.ts';
import type { SandboxModel } from './model/sandbox-model.ts';

/** Over the page for as long as the newest save does not build; the last bundle that did runs on beneath. */
export function BuildErrors({ model }: { model: SandboxModel }) {
  const broken = model.extensions.value.find((extension) => extension.problems.length > 0);
  if (!broken) return null;
  const { problems, revision, id } = broken;
  return (
    <div class="build-errors" role="alertdialog" aria-labelledby="build-errors-title">
      <div class="build-errors-card">
        <h2 id="build-errors-title">The extension {id} does not build</h2>
        <p>
          {revision > 0 ? 'The last version that did is still running. ' : ''}This closes by itself on the
          next save that builds.
        </p>
        {problems.map((problem) => (
          <Problem key={`${problem.file}:${problem.line}:${problem.text}`} problem={problem} />
        ))}
      </div>
    </div>
  );
}

function Problem({ problem: { text, file, line, column, lineText } }: { problem: BundleProblem }) {
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
