import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    globalSetup: ['test/bundle-setup.ts', 'test/postgres/global-setup.ts'],
  },
};
