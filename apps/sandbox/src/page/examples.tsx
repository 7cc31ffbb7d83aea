import type { StateChange } from '../contract/url-state.ts';
import { Icon } from './elements/icon.tsx';
import type { SandboxModel } from './model/sandbox-model.ts';

/** Failures to try first. Each is a state of two controls, and leaves the others alone. */
const EXAMPLES = [
  ['wrong app', { fault: 'audience' }],
  ['expired', { fault: 'expired' }],
  ['CORS missing', { server: 'no-cors' }],
  ['server down', { server: 'down' }],
] as const satisfies [name: string, state: StateChange][];

const NOTHING: StateChange = { fault: undefined, server: undefined };

/** Failures to try, each with one click. A second click ends the failure. */
export function Examples({ model }: { model: SandboxModel }) {
  const { fault, server } = model.url.value;
  const isOn = (example: StateChange) => fault === example.fault && server === (example.server ?? 'up');
  return (
    <fieldset class="examples" aria-label="Try a failure">
      <span aria-hidden="true">Try:</span>
      {EXAMPLES.map(([name, example]) => (
        <button
          key={name}
          type="button"
          class="example"
          aria-pressed={isOn(example)}
          onClick={() => model.change(isOn(example) ? NOTHING : { ...NOTHING, ...example })}
        >
          {name}
          {isOn(example) && <Icon name="x" />}
        </button>
      ))}
    </fieldset>
  );
}
