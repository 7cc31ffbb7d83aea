import type { SandboxModel } from '../model/sandbox-model.ts';
import { pageLanguage } from './page-language.ts';

/** Says that the page is no real shop. On every mock page, so that no picture of it is taken for one. */
export function MockMark({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  return (
    <span class="mock-mark">
      <b>{words.mockPage}</b>
      <span>{words.mockMeaning}</span>
    </span>
  );
}
