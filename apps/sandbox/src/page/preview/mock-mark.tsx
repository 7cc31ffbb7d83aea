import type { SandboxModel } from '../model/sandbox-model.ts';
import { pageLanguage } from './page-language.ts';

/** Says that the page is not a real shop, so that nobody takes a mock page or its picture for one. */
export function MockMark({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  return (
    <span class="mock-mark">
      <b>{words.mockPage}</b>
      <span>{words.mockMeaning}</span>
    </span>
  );
}
