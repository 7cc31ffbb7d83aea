import { useEffect, useState } from 'preact/hooks';
import type { ScenePatch } from '../../scene/scene.ts';
import { scenePatchProblems } from '../../scene/scene-patch.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';

const format = (patch: ScenePatch | undefined) => JSON.stringify(patch ?? {}, null, 2);

/** Edits the data of the mock shop, in the form of `scene.json`. */
export function SceneEditor({ model }: { model: SandboxModel }) {
  const current = model.editedScene.value ?? model.extension.value?.scene;
  const [text, setText] = useState(() => format(current));
  const [problems, setProblems] = useState<readonly string[]>([]);
  // Another extension, a saved file or a reset shows its own data.
  const shown = format(current);
  useEffect(() => {
    setText(shown);
    setProblems([]);
  }, [shown]);

  function apply(): void {
    const parsed = parse(text);
    setProblems(parsed.problems);
    if (parsed.problems.length === 0) model.editScene(parsed.patch);
  }

  return (
    <Card title="Scene" aside={<small class="subdued">the data of the mock shop</small>}>
      <div class="scene-editor">
        <label class="form-field">
          <span>
            JSON that is merged with the default data, as in <code>scene.json</code>
          </span>
          <textarea
            rows={6}
            spellcheck={false}
            aria-invalid={problems.length > 0}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        {problems.length > 0 && (
          <ul class="scene-problems" role="alert">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        <div class="scene-actions">
          <button type="button" class="action" onClick={apply}>
            Apply
          </button>
          <button type="button" class="action" onClick={() => model.editScene(undefined)}>
            Reset
          </button>
        </div>
        <small class="subdued">Both also discard the extension's changes.</small>
      </div>
    </Card>
  );
}

function parse(text: string): { patch: ScenePatch; problems: readonly string[] } {
  try {
    const patch = JSON.parse(text) as ScenePatch;
    return { patch, problems: scenePatchProblems(patch) };
  } catch (error) {
    return { patch: {}, problems: [(error as Error).message] };
  }
}
