import { Problem } from './build-errors.tsx';
import type { SandboxModel } from './model/sandbox-model.ts';

/** Lists problems of the selected extension that do not keep it from running. */
export function BuildWarnings({ model }: { model: SandboxModel }) {
  const extension = model.extension.value;
  const warnings = extension?.built?.warnings ?? [];
  if (!extension || warnings.length === 0) return null;
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  return (
    <details class="notice">
      <summary>
        {count} about the extension {extension.id}
      </summary>
      {warnings.map((problem) => (
        <Problem key={`${problem.file}:${problem.line}:${problem.text}`} problem={problem} />
      ))}
    </details>
  );
}
