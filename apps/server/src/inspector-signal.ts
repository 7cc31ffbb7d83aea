/**
 * Ignores SIGUSR1, which otherwise opens Node's inspector in the running process: whoever reaches that port reads the
 * client secret and runs code. The image also starts Node with `--disable-sigusr1`, which covers the time until this
 * module is loaded.
 */
process.on('SIGUSR1', () => {});
