import base, { isolateFilesWith } from '../../vitest.base.ts';

const { include: _, ...settings } = base.test;

/** The polyfill replaces `Event` and other globals. */
export default {
  test: { ...settings, projects: isolateFilesWith('@remote-dom/core/polyfill', import.meta.dirname) },
};
