import { type ComponentChild, render } from 'preact';
import type { PageReport, ReportedExtension, ReportedOutcome } from '../../contract/report.ts';
import { formatUrlState } from '../../contract/url-state.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { outcomeText } from '../panel/outcome-text.tsx';
import { plainJson } from './plain-json.ts';
import { reportQuery, reportRequest } from './request-report.ts';
import { textOf } from './texts.ts';
import { reportTree } from './tree-report.ts';

/** Reports the page's current state as plain JSON. */
export function pageReport(model: SandboxModel): PageReport {
  const target = model.target.value;
  const tree = model
    .shownBlocks()
    .flatMap((block) => [...block.children])
    .filter(isShown)
    .flatMap(reportTree);
  const output = model.output.value?.value;
  const facts = model.facts.value;
  const problems = model.problems.value.map(({ message, stack, isWarning }) => ({
    isWarning,
    problem: { message, ...(stack !== undefined && { stack }) },
  }));
  const ofThisRun = ({ id }: { id: number }) => id > model.lastOfEarlierRuns.value;
  const { status, problem } = model.server.value;
  const extension = extensionOf(model);
  return plainJson<PageReport>({
    url: `/${formatUrlState(model.url.value)}`,
    ignored: model.ignored.value,
    ...(target !== undefined && { target, surface: model.surface.value }),
    ...(extension && { extension }),
    tree,
    text: textOf(tree),
    ...(output !== undefined && { output: plainJson(output) }),
    problems: problems.filter(({ isWarning }) => !isWarning).map(({ problem }) => problem),
    warnings: [
      ...problems.filter(({ isWarning }) => isWarning).map(({ problem }) => problem),
      ...(model.extension.value?.built?.warnings ?? []).map(({ text }) => ({ message: text })),
    ],
    requests: [...model.exchanges.value, ...model.pending.value]
      .filter(ofThisRun)
      .sort((a, b) => a.id - b.id)
      .map(reportRequest),
    graphql: model.graphqlExchanges.value.map(reportQuery),
    calls: model.calls.value.map(({ id: _, ...call }) => call),
    outcome: reportOutcome(model),
    ...(facts && { facts }),
    buildErrors: model.extensions.value.flatMap(({ id, problems }) =>
      problems.map((problem) => ({ ...problem, extension: id })),
    ),
    ...(status !== 'up' && { serverProblem: problem ?? 'The server has not started yet.' }),
  });
}

/** Screens of a POS modal that are below another one are hidden. */
const isShown = (screen: Element) => !(screen as HTMLElement).hidden;

function extensionOf(model: SandboxModel): ReportedExtension | undefined {
  const extension = model.extension.value;
  if (!extension?.built) return undefined;
  const { manifest, bytes, compressedBytes } = extension.built;
  const { name, handle, apiVersion } = manifest;
  return {
    id: extension.id,
    name,
    handle,
    apiVersion,
    isDeclared: model.isDeclared.value,
    bytes,
    compressedBytes,
  };
}

function reportOutcome(model: SandboxModel): ReportedOutcome {
  const outcome = model.outcome.value;
  const { title, text, where, advice } = outcomeText(outcome, {
    culprit: model.culprit.value,
    api: model.hello.value?.api,
  });
  return {
    kind: outcome.kind,
    ...(outcome.kind === 'rejected' && outcome.code !== undefined && { code: outcome.code }),
    title: plainText(title),
    what: text,
    ...(where !== undefined && { where: plainText(where) }),
    ...(advice !== undefined && { fix: advice }),
  };
}

/** The text of what the page shows with markup. */
function plainText(child: ComponentChild): string {
  const element = document.createElement('div');
  render(child, element);
  const text = element.textContent ?? '';
  render(null, element);
  return text;
}
