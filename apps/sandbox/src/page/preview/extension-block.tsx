import { useEffect, useRef } from 'preact/hooks';
import type { BlockName } from '../model/extension-runner.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { type SlotName, slotOf } from './slots.ts';

/** The extension, where this is the place of its target; nothing otherwise. */
export function Slot({ model, name }: { model: SandboxModel; name: SlotName }) {
  const target = model.target.value;
  return target && slotOf(target) === name ? <ExtensionBlock model={model} block="main" /> : null;
}

/** Where the extension's tree is shown, marked as its own; what goes wrong in the worker is shown with it. */
export function ExtensionBlock({ model, block }: { model: SandboxModel; block: BlockName }) {
  const place = useRef<HTMLDivElement>(null);
  const tree = model.blocks[block];
  useEffect(() => place.current?.append(tree), [tree]);
  const output = model.output.value;
  return (
    <section
      class="extension-block"
      aria-label={block === 'main' ? 'Extension' : 'Presented extension'}
      aria-busy={model.running.value}
    >
      <span class="extension-tag">{model.manifest.value?.handle ?? 'extension'}</span>
      <div ref={place} class="extension-root" />
      {output && <Output value={output.value} />}
      <WorkerProblems model={model} />
    </section>
  );
}

/** Of a target that draws nothing. */
function Output({ value }: { value: unknown }) {
  return (
    <p class="output">
      Draws nothing. It returned <code>{value === undefined ? 'undefined' : JSON.stringify(value)}</code>
    </p>
  );
}

function WorkerProblems({ model }: { model: SandboxModel }) {
  const problems = model.problems.value;
  if (problems.length === 0) return null;
  return (
    <div class="worker-problems" role="alert">
      <strong>In the extension's worker</strong>
      {problems.map((problem, index) => (
        <pre key={index}>{problem.stack?.includes(problem.message) ? problem.stack : problem.message}</pre>
      ))}
    </div>
  );
}
