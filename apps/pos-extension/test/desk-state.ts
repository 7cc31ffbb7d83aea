import type { createTexts } from '@session-token/extension-testing';
import type { DeskOptions, serverOf } from './drawn-desk.ts';

/** A state of the modal: how it is drawn, and what a person does then. */
export interface DeskState {
  options?: DeskOptions;
  routes?: Parameters<typeof serverOf>[0];
  use?: (texts: ReturnType<typeof createTexts>['i18n']) => Promise<void>;
}
