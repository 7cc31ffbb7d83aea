import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    isolate: false, // tests create their own apps; importing Fastify for each file took a third of the time
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } }, // one second is too short on a busy machine
    globalSetup: ['test/bundle-setup.ts', 'test/postgres/global-setup.ts'],
  },
};
