import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    environment: 'jsdom',
    // The tester imports the extension's .tsx files, which only vitest can transform.
    server: { deps: { inline: ['@shopify/ui-extensions-tester'] } },
  },
};
