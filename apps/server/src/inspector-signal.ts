/**
 * Ignores SIGUSR1, which otherwise opens Node's inspector in the running process. Any program on the machine
 * could then read the client secret and run code. The image also starts Node with `--disable-sigusr1`, which covers the time until this
 * module is loaded.
 */
process.on('SIGUSR1', () => {});
