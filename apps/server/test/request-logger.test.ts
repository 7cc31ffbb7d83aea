import { describe, expect, it, vi } from 'vitest';
import { createLogger } from '../src/observability/logger.ts';
import { RequestLogger } from '../src/observability/request-logger.ts';

function createRequestLogger(level?: string) {
  const lines: Array<Record<string, unknown>> = [];
  const parent = createLogger({
    level: 'trace',
    destination: { write: (line) => lines.push(JSON.parse(line)) },
  });
  const child = vi.spyOn(parent, 'child');
  return { log: new RequestLogger(parent, { reqId: 'r-1' }, level ? { level } : {}), lines, child };
}

describe('the logger of a request', () => {
  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const)(
    'writes the id of the request at %s',
    (level) => {
      const { log, lines } = createRequestLogger();
      log[level]({ points: 3 }, 'text');
      expect(lines).toMatchObject([{ level, reqId: 'r-1', points: 3, msg: 'text' }]);
    },
  );

  it('makes one child for all lines, and none before the first', () => {
    const { log, child } = createRequestLogger();
    expect(child).not.toHaveBeenCalled();
    log.info('one');
    log.info('two');
    expect(child).toHaveBeenCalledTimes(1);
  });

  it('keeps the level that the route has, and its children have the id too', () => {
    const { log, lines } = createRequestLogger('warn');
    expect(log.level).toBe('warn');
    log.info('not written');
    log.silent();
    log.child({ part: 'store' }).warn('written');
    expect(lines).toMatchObject([{ level: 'warn', reqId: 'r-1', part: 'store', msg: 'written' }]);
  });
});
