import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';

/** The changes that the extension made in the mock shop, and the events that it published; newest first. */
export function Calls({ model }: { model: SandboxModel }) {
  const calls = model.calls.value;
  if (calls.length === 0) return null;
  return (
    <Card title="Changes by the extension">
      <ol class="calls">
        {calls.toReversed().map(({ id, path, args, result, failed }) => (
          <li key={id}>
            <b>{path}</b>
            <code>{args}</code>
            <span class={failed ? 'call-result failed' : 'call-result'}>{result}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
