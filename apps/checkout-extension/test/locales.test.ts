import { join } from 'node:path';
import { testLocales } from '@session-token/extension-testing';
import { renderAllStates } from '@session-token/extension-ui/testing';
import { renderBlock } from './render-block.ts';

testLocales({
  directory: join(import.meta.dirname, '..'),
  renderAllStates: (language) => renderAllStates(renderBlock, language),
});
