import { useEffect, useRef } from 'preact/hooks';
import type { Bench } from '../model/bench.ts';

/** Where the extension's tree is shown, marked as its own; what goes wrong in the worker is shown with it. */
export function ExtensionBlock({ bench }: { bench: Bench }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.append(bench.block), [bench.block]);
  const problems = bench.problems.value;
  return (
    <section class="extension-block" aria-label="Extension" aria-busy={bench.running.value}>
      <span class="extension-tag">{bench.manifest.value?.handle ?? 'extension'}</span>
      <div ref={place} class="extension-root" />
      {problems.length > 0 && (
        <div class="worker-problems" role="alert">
          <strong>In the extension's worker</strong>
          {problems.map((problem, index) => (
            <pre key={index}>
              {problem.stack?.includes(problem.message) ? problem.stack : problem.message}
            </pre>
          ))}
        </div>
      )}
    </section>
  );
}
