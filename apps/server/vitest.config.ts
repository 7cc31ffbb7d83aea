import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    maxWorkers: 2, // much of the suite waits for processes
    globalSetup: ['test/bundle-setup.ts'],
  },
};
