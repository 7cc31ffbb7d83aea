import { expect, test, vi } from 'vitest';
import { createInterceptors } from '../src/worker/apis/interceptors.ts';

const setUp = (timeoutMs = 1_000) => {
  const report = vi.fn();
  return { report, interceptors: createInterceptors({ report, timeoutMs }) };
};
const ASK = { id: 7, canBlockProgress: true };
const ALLOWED = { id: 7, behavior: 'allow', reasons: [], errors: [] };

test('without interceptors, nothing blocks', async () => {
  expect(await setUp().interceptors.decide(ASK)).toEqual(ALLOWED);
});

test('one that blocks is enough; its errors reach the page, and all learn the decision', async () => {
  const { interceptors, report } = setUp();
  const performs = [vi.fn(), vi.fn()];
  const error = { message: 'Too young', target: '$.cart.buyerIdentity.email' };
  interceptors.add(() => ({ behavior: 'allow', perform: performs[0] }));
  const block = {
    behavior: 'block',
    reason: 'age',
    errors: [error, { message: 'No' }],
    perform: performs[1],
  };
  interceptors.add(async ({ canBlockProgress }) => (canBlockProgress ? block : { behavior: 'allow' }));
  expect(await interceptors.decide(ASK)).toEqual({
    id: 7,
    behavior: 'block',
    reasons: ['age'],
    errors: [error, { message: 'No' }],
  });
  for (const perform of performs) expect(perform).toHaveBeenCalledWith({ behavior: 'block' });
  expect(report).not.toHaveBeenCalled();
});

test('a removed interceptor is not asked', async () => {
  const { interceptors } = setUp();
  const remove = interceptors.add(() => ({ behavior: 'block', reason: 'x' }));
  expect((await interceptors.decide(ASK)).behavior).toBe('block');
  remove();
  expect(await interceptors.decide(ASK)).toEqual(ALLOWED);
});

test('one that may not block is reported and does not block', async () => {
  const { interceptors, report } = setUp();
  const perform = vi.fn();
  interceptors.add(() => ({ behavior: 'block', reason: 'x', perform }));
  expect(await interceptors.decide({ ...ASK, canBlockProgress: false })).toEqual(ALLOWED);
  expect(perform).toHaveBeenCalledWith({ behavior: 'allow' });
  expect(report).toHaveBeenCalledWith(expect.stringContaining('canBlockProgress'));
});

test.each([
  ['throws', () => Promise.reject(new Error('broken')), 'failed, so it does not block: broken'],
  ['never resolves', () => new Promise<never>(() => {}), 'did not return within 20 ms'],
  ['returns nothing', () => undefined, 'must return'],
  ['returns another behavior', () => ({ behavior: 'stop' }), 'must return'],
])('one that %s is reported and does not block', async (_name, run, message) => {
  const { interceptors, report } = setUp(20);
  interceptors.add(run as never);
  expect(await interceptors.decide(ASK)).toEqual(ALLOWED);
  expect(report).toHaveBeenCalledWith(expect.stringContaining(message));
});

test('a perform() that fails is reported', async () => {
  const { interceptors, report } = setUp();
  interceptors.add(() => ({ behavior: 'allow', perform: () => Promise.reject(new Error('late')) }));
  await interceptors.decide(ASK);
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith(expect.stringContaining('late')));
});

test('intercept() refuses what is not a function', () => {
  expect(() => setUp().interceptors.add({} as never)).toThrow(TypeError);
});
