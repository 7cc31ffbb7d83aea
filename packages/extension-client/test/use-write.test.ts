import { expect, test, vi } from 'vitest';
import type { ApiResult } from '../src/index.ts';
import type { CallSignal } from '../src/timeout.ts';
import { createWrite } from '../src/use-write.ts';

const OFFLINE = { ok: false, reason: 'offline' } as const;
const DONE = { ok: true, value: 'done' } as const;

/** A write whose calls wait for `respond`. */
function createFixture() {
  const calls: { key: string; signal: CallSignal; respond: (result: ApiResult<string>) => void }[] = [];
  const writer = (key: string, signal: CallSignal) =>
    new Promise<ApiResult<string>>((respond) => calls.push({ key, signal, respond }));
  return { calls, write: createWrite(writer) };
}

test('sends nothing on its own', () => {
  const { calls, write } = createFixture();
  expect(write.state.value).toBeUndefined();
  expect(calls).toEqual([]);
});

test('keeps its key through retries', async () => {
  const { calls, write } = createFixture();
  const first = write.send();
  calls[0]!.respond(OFFLINE);
  expect(await first).toEqual(OFFLINE);
  expect(write.state.value).toEqual(OFFLINE);

  const second = write.send();
  expect(write.state.value).toBe('pending');
  calls[1]!.respond(DONE);
  expect(await second).toEqual(DONE);
  expect(write.state.value).toEqual(DONE);
  expect(calls[1]!.key).toBe(calls[0]!.key);
});

test('ignores a second send while pending', async () => {
  const { calls, write } = createFixture();
  void write.send();
  expect(await write.send()).toBeUndefined();
  expect(calls).toHaveLength(1);
});

test('has a different key than another write', () => {
  const [one, other] = [createFixture(), createFixture()];
  void one.write.send();
  void other.write.send();
  expect(one.calls[0]!.key).not.toBe(other.calls[0]!.key);
});

test('aborts the pending call when disposed, and drops its result', async () => {
  const { calls, write } = createFixture();
  const seen = vi.fn();
  write.state.subscribe(seen);
  const sent = write.send();
  write.dispose();
  expect(calls[0]!.signal.aborted).toBe(true);
  calls[0]!.respond(DONE);
  expect(await sent).toBeUndefined();
  expect(seen).not.toHaveBeenCalledWith(DONE);
});
