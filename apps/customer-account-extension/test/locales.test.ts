import { join } from 'node:path';
import { describeLocales } from '@session-token/extension-testing';
import { drawEveryState } from '@session-token/extension-testing/buyer-block';
import { drawBlock } from './drawn-block.ts';

describeLocales({
  directory: join(import.meta.dirname, '..'),
  drawEveryState: (language) => drawEveryState(drawBlock, language),
});
