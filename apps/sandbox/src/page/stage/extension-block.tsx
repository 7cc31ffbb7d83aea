import { useEffect, useRef } from 'preact/hooks';
import type { Bench } from '../model/bench.ts';
import type { BlockName } from '../model/extension-runner.ts';
import { type PlaceName, placeOf } from '../scene/places.ts';

/** The extension, where this is the place of its target; nothing otherwise. */
export function Place({ bench, name }: { bench: Bench; name: PlaceName }) {
  const target = bench.target.value;
  return target && placeOf(target) === name ? <ExtensionBlock bench={bench} block="main" /> : null;
}

/** Where the extension's tree is shown, marked as its own; what goes wrong in the worker is shown with it. */
export function ExtensionBlock({ bench, block }: { bench: Bench; block: BlockName }) {
  const place = useRef<HTMLDivElement>(null);
  const tree = bench.blocks[block];
  useEffect(() => place.current?.append(tree), [tree]);
  const output = bench.output.value;
  return (
    <section
      class="extension-block"
      aria-label={block === 'main' ? 'Extension' : 'Presented extension'}
      aria-busy={bench.running.value}
    >
      <span class="extension-tag">{bench.manifest.value?.handle ?? 'extension'}</span>
      <div ref={place} class="extension-root" />
      {output && <Output value={output.value} />}
      <WorkerProblems bench={bench} />
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

function WorkerProblems({ bench }: { bench: Bench }) {
  const problems = bench.problems.value;
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
