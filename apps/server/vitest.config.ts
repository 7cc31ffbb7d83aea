import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    isolate: false, // tests create their own apps; importing Fastify for each file took a third of the time
    globalSetup: ['test/bundle-setup.ts', 'test/postgres/global-setup.ts'],
  },
};
