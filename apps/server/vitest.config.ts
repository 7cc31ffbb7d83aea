import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    maxWorkers: 2, // much of the suite waits for processes
    // Saves a tenth of the CPU time: each test builds an app, which the garbage collector would copy.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=64'],
    globalSetup: ['test/bundle-setup.ts'],
  },
};
