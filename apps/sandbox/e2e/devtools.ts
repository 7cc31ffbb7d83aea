import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  generatedPositionFor,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from '@jridgewell/trace-mapping';

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the events have many shapes.
  params?: any;
}

/** A line of a source file, counted from 1. */
export interface SourceLine {
  file: string;
  line: number;
}

/** Finds the line of a file that has this text. */
export function lineWith(file: string, text: string): SourceLine {
  const index = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} has no line with ${text}`);
  return { file, line: index + 1 };
}

/**
 * Debugs a browser as VS Code does: attaches to every page, frame and worker before it runs, and sets a breakpoint
 * by the source map of each script. Resolves `paused` to the position where the breakpoint stopped.
 */
export async function setBreakpoint(port: number, breakpoint: SourceLine) {
  const version = await fetch(`http://127.0.0.1:${port}/json/version`);
  const { webSocketDebuggerUrl } = (await version.json()) as { webSocketDebuggerUrl: string };
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  let id = 0;
  const send = (sessionId: string | undefined, method: string, params: object = {}) =>
    socket.send(JSON.stringify({ id: ++id, sessionId, method, params }));
  const attach = (sessionId?: string) =>
    send(sessionId, 'Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  const maps = new Map<string, TraceMap>();

  const paused = new Promise<SourceLine & { resume(): void }>((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const { sessionId, method, params }: Message = JSON.parse(data);
      switch (method) {
        case 'Target.attachedToTarget':
          attach(params.sessionId);
          if (params.targetInfo.type === 'worker') {
            send(params.sessionId, 'Debugger.enable');
            send(params.sessionId, 'Debugger.setInstrumentationBreakpoint', {
              instrumentation: 'beforeScriptWithSourceMapExecution',
            });
          }
          send(params.sessionId, 'Runtime.runIfWaitingForDebugger');
          break;
        case 'Debugger.scriptParsed': {
          const map = readMap(params.sourceMapURL);
          const position = map && positionOf(map, breakpoint);
          if (!position) break;
          maps.set(params.scriptId, map);
          send(sessionId, 'Debugger.setBreakpoint', {
            location: {
              scriptId: params.scriptId,
              lineNumber: position.line - 1,
              columnNumber: position.column,
            },
          });
          break;
        }
        case 'Debugger.paused': {
          const resume = () => send(sessionId, 'Debugger.resume');
          if (params.reason === 'instrumentation') return resume();
          const { scriptId, lineNumber, columnNumber } = params.callFrames[0].location;
          const { source, line } = originalPositionFor(maps.get(scriptId)!, {
            line: lineNumber + 1,
            column: columnNumber,
          });
          resolve({ file: source ?? '', line: line ?? 0, resume });
        }
      }
    });
  });
  attach();
  return { paused, close: () => socket.close() };
}

const INLINE_MAP = 'data:application/json,';

const readMap = (url = '') =>
  url.startsWith(INLINE_MAP) ? new TraceMap(decodeURIComponent(url.slice(INLINE_MAP.length))) : undefined;

function positionOf(map: TraceMap, { file, line }: SourceLine) {
  const source = pathToFileURL(file).href;
  if (!map.resolvedSources.includes(source)) return undefined;
  const { line: generated, column } = generatedPositionFor(map, {
    source,
    line,
    column: 0,
    bias: LEAST_UPPER_BOUND,
  });
  return generated === null ? undefined : { line: generated, column };
}
