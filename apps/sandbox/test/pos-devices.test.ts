import { describe, expect, test, vi } from 'vitest';
import { changedValues } from '../src/apis/changed-values.ts';
import { assertRoomForScreen, MAX_SCREENS, nativeScreenOf } from '../src/apis/pos/navigation.ts';
import { readPin, readVerdict } from '../src/apis/pos/pin-pad.ts';
import { DEFAULT_SCENE, type Scene } from '../src/scene/scene.ts';
import type { ApiContext } from '../src/worker/apis/api-context.ts';
import { currentStorage } from '../src/worker/apis/current-storage.ts';
import { createEvents } from '../src/worker/apis/events.ts';
import { createPrinting } from '../src/worker/apis/printing.ts';
import { createPosStorage } from '../src/worker/apis/storage.ts';
import { posPage } from './pos-page.ts';

const withPos = (pos: Partial<Scene['pos']>): Scene => ({
  ...DEFAULT_SCENE,
  pos: { ...DEFAULT_SCENE.pos, ...pos },
});

describe('devices', () => {
  test('the camera scanner opens and closes, if there is one', async () => {
    const { call, page } = posPage();
    await call('scanner.showCameraScanner');
    expect(page.scene.pos.isCameraScannerOpen).toBe(true);
    await call('scanner.hideCameraScanner');
    expect(page.scene.pos.isCameraScannerOpen).toBe(false);
    const scene = withPos({ scannerSources: ['external'] });
    await expect(posPage({ scene }).call('scanner.showCameraScanner')).rejects.toThrow('no camera scanner');
  });

  test('the cash drawer opens', async () => {
    const { call, page } = posPage();
    await call('cashDrawer.open');
    expect(page.scene.pos.isCashDrawerOpen).toBe(true);
  });

  test('the device follows the control', async () => {
    expect(await posPage().call('device.isTablet')).toBe(true);
    expect(await posPage({ device: 'phone' }).call('device.isTablet')).toBe(false);
  });

  test.each([
    [{ maxWidth: 1920, quality: 1 }, undefined],
    [{ maxWidth: 1, quality: 0 }, undefined],
    [{ maxWidth: 1921 }, 'maxWidth must be from 1 to 1920'],
    [{ maxHeight: 0 }, 'maxHeight must be from 1 to 1920'],
    [{ quality: 1.1 }, 'quality must be'],
    [{ facingMode: 'left' }, 'facingMode must be'],
  ])('a photo with %j', async (options, problem) => {
    const takePhoto = vi.fn(async () => 'photo');
    const { call, page } = posPage();
    Object.assign(page, { takePhoto });
    if (problem) await expect(call('camera.takePhoto', options)).rejects.toThrow(problem);
    else expect(await call('camera.takePhoto', options)).toBe('photo');
  });

  test('the scene decides whether the camera works', async () => {
    const { call } = posPage({ scene: withPos({ camera: 'denied' }) });
    await expect(call('camera.takePhoto')).rejects.toThrow('permission');
  });
});

describe('printing', () => {
  const html = () => new Response('<p>Hi</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
  const send = async (path: 'printing.print' | 'print.print', response: Response) => {
    const call = vi.fn(async () => undefined);
    const members = createPrinting({ call, fetch: async () => response } as unknown as ApiContext);
    await (members[path] as (src: string) => Promise<void>)('/receipt');
    return call;
  };
  const json = () => new Response('{}', { headers: { 'content-type': 'application/json' } });

  test('the page gets the fetched document', async () => {
    const document = { type: 'text/html', content: expect.any(Blob) };
    for (const path of ['printing.print', 'print.print'] as const) {
      expect(await send(path, html())).toHaveBeenCalledWith(path, { url: '/receipt', document });
    }
  });

  test.each([
    [() => new Response('', { status: 404 }), 'HTTP 404'],
    [json, 'application/json is neither'],
  ])(
    'without a document, printing.print() rejects and the dialog of print.print() tells',
    async (response, problem) => {
      await expect(send('printing.print', response())).rejects.toThrow(problem);
      expect(await send('print.print', response())).toHaveBeenCalledWith('print.print', {
        url: '/receipt',
        document: { failure: expect.stringContaining(problem) },
      });
    },
  );

  test.each([
    ['star-tsp143', true, 'text/html', undefined],
    ['star-tsp143', true, 'application/pdf', 'system print dialog'],
    ['star-tsp143', false, 'text/html', 'not connected'],
    ['unknown', true, 'text/html', 'not connected'],
  ])('on the printer %s, connected: %s, %s', async (printer, connected, type, problem) => {
    const printers = DEFAULT_SCENE.pos.printers.map((one) => ({ ...one, connected }));
    const { call, page } = posPage({ scene: withPos({ printers }) });
    const showPrintJob = vi.fn();
    Object.assign(page, { showPrintJob });
    const document = { type, content: new Blob(['x']) };
    const printed = call('printing.print', { url: '/a', document, printer });
    if (problem) await expect(printed).rejects.toThrow(problem);
    else await printed;
    expect(showPrintJob).toHaveBeenCalledTimes(problem ? 0 : 1);
  });
});

describe('the PIN pad', () => {
  test.each([
    [{ result: 'accept' }, undefined],
    [{ result: 'reject', errorMessage: 'No' }, 'No'],
    [{ result: 'reject' }, 'The PIN was rejected.'],
    [undefined, 'onSubmit() must return'],
    [true, 'onSubmit() must return'],
  ])('the verdict %j', (verdict, message) => {
    if (message === undefined) expect(readVerdict(verdict)).toBeUndefined();
    else expect(readVerdict(verdict)).toContain(message);
  });

  test.each([
    [[1, 2, 3, 4], true],
    [[1, 2, 3, 4, 5, 6], true],
    [[1, 2, 3], false],
    [[1, 2, 3, 4, 5, 6, 7], false],
    [[1, 2, 3, 10], false],
    ['1234', false],
  ])('the digits %j', (pin, isPin) => {
    expect(readPin(pin, { minLength: 4, maxLength: 6 })).toEqual(isPin ? pin : undefined);
  });

  test.each([
    [{ minPinLength: 4, maxPinLength: 10 }, undefined],
    [{ minPinLength: 3 }, 'minPinLength must be'],
    [{ maxPinLength: 11 }, 'maxPinLength must be'],
    [{ minPinLength: 6, maxPinLength: 4 }, 'must not be above'],
    [{ masked: 'no' }, 'masked must be'],
  ])('with %j', async (options, problem) => {
    const openPinPad = vi.fn();
    const { page, run } = posPage();
    Object.assign(page, { openPinPad });
    const show = async () => run('pinPad.showPinPad', () => ({ result: 'accept' }), options);
    if (problem) await expect(show()).rejects.toThrow(problem);
    else await show();
    expect(openPinPad).toHaveBeenCalledTimes(problem ? 0 : 1);
  });
});

test.each([
  ['shopify:point-of-sale/orders/1001', { kind: 'order', id: 1001 }],
  ['shopify:point-of-sale/products/1/variants/12', { kind: 'product', id: 1 }],
  ['shopify:point-of-sale/draft_orders/5', { kind: 'draft-order', id: 5 }],
  ['shopify:point-of-sale/customers/42', { kind: 'customer', id: 42 }],
  ['shopify:point-of-sale/customers/0', undefined],
  ['shopify:point-of-sale/customers/42/variants/1', undefined],
  ['shopify:point-of-sale/constructor/1', undefined],
  ['shopify:point-of-sale/orders/', undefined],
])('%s is a native screen, or none', (uri, screen) => {
  expect(nativeScreenOf(uri)).toEqual(screen);
});

test('a modal may open so many screens, and no more', () => {
  assertRoomForScreen(MAX_SCREENS - 1);
  expect(() => assertRoomForScreen(MAX_SCREENS)).toThrow('A modal may open 20 screens.');
});

test('an event reaches its listeners, whatever the others throw', () => {
  const listeners = new Map<string, (event: unknown) => void>();
  const report = vi.fn();
  const members = createEvents({
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    report,
  } as unknown as ApiContext) as Record<string, (name: string, listener: () => void) => void>;
  const [good, bad] = [
    vi.fn(),
    vi.fn(() => {
      throw new Error('Oops');
    }),
  ];
  members.addEventListener!('transactioncomplete', bad);
  members.addEventListener!('transactioncomplete', good);
  listeners.get('transactioncomplete')!({ orderId: 1 });
  expect(good).toHaveBeenCalledWith({ orderId: 1 });
  expect(report).toHaveBeenCalledWith('A listener of transactioncomplete threw: Oops');
  members.removeEventListener!('transactioncomplete', good);
  listeners.get('transactioncomplete')!({ orderId: 2 });
  expect(good).toHaveBeenCalledOnce();
  members.addEventListener!('unheard-of', good);
  expect(report).toHaveBeenLastCalledWith('addEventListener(): POS has no event "unheard-of".');
});

describe('storage', () => {
  const storageWith = (count: number) => {
    const call = vi.fn(async (path: string) =>
      path === 'storage.entries'
        ? Array.from({ length: count }, (_, index) => [`key-${index}`, 1])
        : undefined,
    );
    const members = createPosStorage({ call, on() {} } as unknown as ApiContext);
    return members['storage.set'] as (key: unknown, value: unknown) => Promise<void>;
  };

  test.each([
    [99, 'new', 1, undefined],
    [100, 'new', 1, 'RecordsCount'],
    [100, 'key-1', 1, undefined],
    [0, 'k'.repeat(1024), 1, undefined],
    [0, 'k'.repeat(1025), 1, 'KeySize'],
    [0, 5, 1, 'KeyType'],
    [0, 'value', 'v'.repeat(1024 * 1024 - 2), undefined],
    [0, 'value', 'v'.repeat(1024 * 1024 - 1), 'RecordSize'],
  ])('with %i entries', async (count, key, value, code) => {
    const stored = storageWith(count)(key, value);
    if (code) await expect(stored).rejects.toMatchObject({ name: 'StorageError', code });
    else await stored;
  });
});

test('storage.current loads a key when it is read, and follows its changes', async () => {
  const values: Record<string, unknown> = {};
  let change: (entries: unknown) => void = () => {};
  const call = vi.fn(async () => 'stored');
  const current = currentStorage({
    call,
    on: (_, listener) => {
      change = listener;
    },
    signals: {
      at: (path) => ({ value: values[path], subscribe: () => () => {} }),
      update: (changes) => Object.assign(values, changes),
    },
  }) as Record<string, { value: unknown }>;
  expect(current.status!.value).toBeUndefined();
  await vi.waitFor(() => expect(current.status!.value).toBe('stored'));
  expect(call).toHaveBeenCalledOnce();
  change([
    ['status', 'changed'],
    ['never-read', 1],
  ]);
  expect(current.status!.value).toBe('changed');
  expect(values).toEqual({ 'storage.current.status': 'changed' });
});

test('only changed values reach a worker, so that a write notifies no other subscriber', () => {
  const known = { 'cart.current': { a: 1 }, 'scanner.scannerData.current': { data: 'x' }, gone: 1 };
  const values = { 'cart.current': { a: 2 }, 'scanner.scannerData.current': { data: 'x' }, gone: undefined };
  expect(changedValues(known, values)).toEqual({ 'cart.current': { a: 2 }, gone: undefined });
});
