import type { ConnectionState } from './model/live-connection.ts';
import type { SandboxState } from './model/sandbox-state.ts';

const NOTICES: { [State in ConnectionState]?: string } = {
  down: 'The sandbox is not running. What you see is from its last run; this page reconnects when it starts again.',
  locked:
    'This browser has no key for the running sandbox. Open the URL that the sandbox printed in the terminal; this page then continues by itself.',
};

/** Says why the page is not live, or why the app's server is not running. */
export function ConnectionNotice({ model }: { model: SandboxState }) {
  const notice = NOTICES[model.connection.value];
  const { status, problem } = model.server.value;
  const api = model.hello.value?.api;
  if (notice) {
    return (
      <p class="notice" role="alert">
        {notice}
      </p>
    );
  }
  return status === 'failed' ? (
    <div class="notice" role="alert">
      {api === undefined
        ? "The app's server is not running. It starts again when you save one of its files."
        : 'Your server is not running. Start it with the credentials that the sandbox printed; this page then continues by itself.'}
      <pre>{problem}</pre>
    </div>
  ) : null;
}
