import type { ApiInput } from '../../apis/api.ts';
import { targetValues } from '../../apis/target-values.ts';
import { versionNotice } from '../../contract/api-tables.ts';
import { ENDPOINTS, SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';
import { isRunnable } from '../../contract/surfaces.ts';
import type { HostApi, WorkerProblem } from '../../contract/worker-contract.ts';
import { allowImages } from '../elements/image-policy.ts';
import { type RunningExtension, runExtension } from './extension-host.ts';
import { describeStart } from './extension-start.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { Screen } from './screens.ts';
import { createSourcePositions } from './source-positions.ts';
import type { FrameOptions } from './worker-frame.ts';

export interface RunOptions {
  /** Whether the worker ends before anyone can debug it, so that it needs no source map. */
  isShort?: boolean;
}

/** Starts the newest bundle in a separate worker, with the current controls and scene. */
export function createScreenStarter(
  state: SandboxState,
  report: (problem: WorkerProblem) => void,
  { isShort = false }: RunOptions = {},
) {
  const { api } = state;

  const inputOf = ({ target, item }: Pick<Screen, 'target' | 'item'>): ApiInput => ({
    target,
    state: { ...state.effective.peek(), ...(item !== undefined && { item }) },
    scene: state.scene.peek(),
    manifest: state.manifest.peek()!,
    networkAccess: state.networkAccess.peek(),
    scriptUrl: new URL(ENDPOINTS.extension, location.href).href,
  });

  function setNetwork(): Promise<void> {
    const { server, delayMs } = state.url.peek();
    return api.setNetwork({ server, delayMs });
  }

  function frameOf({ networkAccess, state: { origin } }: ApiInput): FrameOptions {
    const { frameOrigin, apiOrigin } = state.hello.peek()!;
    const origins = { null: undefined, local: frameOrigin, shopify: SHOPIFY_FRAME_ORIGIN };
    return {
      ...(networkAccess && { proxyOrigin: apiOrigin }),
      ...(origins[origin] && { origin: origins[origin] }),
    };
  }

  async function start(screen: Screen, host: HostApi): Promise<RunningExtension> {
    const { target, abort, entry } = screen;
    const { signal } = abort;
    const input = inputOf(screen);
    screen.values = targetValues(input);
    const [runtime, { code, sourceMap }] = await Promise.all([
      api.workerRuntime(),
      api.bundle(state.extension.peek()!, target),
      setNetwork(),
    ]);
    signal.throwIfAborted();
    screen.positions = createSourcePositions(sourceMap, input.scriptUrl);
    const started = describeStart(input, code, state.hello.peek()!);
    const images = state.imageNetwork.peek();
    if (images) allowImages(screen.root, images);
    const notice = versionNotice(target, input.manifest.apiVersion);
    if (notice) report({ message: notice, isWarning: true });
    return runExtension(
      {
        start: { ...started, ...(!isShort && { sourceMap }), entry },
        runtime,
        frame: frameOf(input),
        ...(!isRunnable(target) && { root: screen.root }),
        host,
        onFacts: (facts) => {
          state.facts.value = facts;
        },
      },
      signal,
    );
  }

  return { start, setNetwork, valuesOf: (screen: Screen) => targetValues(inputOf(screen)) };
}
