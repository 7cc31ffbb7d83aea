import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ThreadRequest } from '../../src/node/graphql/answer-thread.ts';
import { createGraphqlService, type GraphqlServiceOptions } from '../../src/node/graphql/graphql-service.ts';
import { DEFAULT_SCENE } from '../../src/scene/scene.ts';

// A thread starts slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** A thread that answers with the request's query, and hangs or fails on demand. */
const ECHO = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ call: { body } }) => {
      if (body === 'hang') for (;;);
      if (body === 'fail') throw new Error('failed');
      parentPort.postMessage({ body, version: String(threadId) });
    });`)}`,
);

const request = (body: string, pageId = 'page'): ThreadRequest => ({
  pageId,
  pageOrigin: 'http://127.0.0.1:4100',
  call: { api: 'storefront', version: '2026-07', body, scene: DEFAULT_SCENE },
});

const services: { stop(): Promise<void> }[] = [];
function create(options: GraphqlServiceOptions = {}) {
  const service = createGraphqlService(options);
  services.push(service);
  return service;
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

test('answers in the real thread, with images of the page', async () => {
  const query = '{ product(id: "gid://shopify/Product/1") { title featuredImage { url } } }';
  const answer = await create().answer(request(JSON.stringify({ query })));
  expect(JSON.parse(answer!.body)).toEqual({
    data: {
      product: {
        title: 'Morning Round Trip',
        featuredImage: { url: 'http://127.0.0.1:4100/mock-image.svg?name=beans' },
      },
    },
  });
});

test('each page has its own shop', async () => {
  const service = create();
  const write = `mutation { metafieldsSet(metafields: [{ ownerId: "gid://shopify/Customer/42", namespace: "a", key: "b", value: "1", type: "x" }]) { metafields { key } } }`;
  const read = '{ customer { metafield(namespace: "a", key: "b") { value } } }';
  const send = async (query: string, pageId: string) => {
    const { call, ...rest } = request(JSON.stringify({ query }), pageId);
    const answer = await service.answer({
      ...rest,
      call: { ...call, api: 'customer-account', customer: '42' },
    });
    return JSON.parse(answer!.body).data;
  };
  await send(write, 'one');
  expect((await send(read, 'one')).customer.metafield).toEqual({ value: '1' });
  expect((await send(read, 'two')).customer.metafield).toBeNull();
});

describe('a request that never ends, or fails,', () => {
  test.each(['hang', 'fail'])('gets no answer, and the next one a new thread (%s)', async (body) => {
    const service = create({ script: ECHO, timeoutMs: 500 });
    const before = await service.answer(request('a'));
    const [ended, after] = await Promise.all([service.answer(request(body)), service.answer(request('b'))]);
    expect(ended).toBeUndefined();
    expect(after).toMatchObject({ body: 'b' });
    expect(after!.version).not.toBe(before!.version);
  });
});

test('one request too many gets no answer', async () => {
  const service = create({ script: ECHO, maxWaiting: 2 });
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((body) => service.answer(request(body))));
  expect(answers.map((answer) => answer?.body)).toEqual(['a', 'b', 'c', undefined]);
});
