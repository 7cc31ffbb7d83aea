import { membersOf, targetsOf, versionsOf } from '../contract/api-tables.ts';
import type { ExtensionManifest } from '../contract/extension-state.ts';
import type { Surface } from '../contract/surfaces.ts';
import { DEFAULT_STATE, type UrlState } from '../contract/url-state.ts';
import type { Members } from '../contract/worker-contract.ts';
import { DEFAULT_SCENE, initialScene, SCENE_SCHEMA, type Scene } from '../scene/scene.ts';
import type { ApiMembers } from '../schema/api-schema.ts';
import { createdMembers } from '../worker/apis/created-members.ts';
import type { ApiInput } from './api.ts';
import { hasValue, isFunction, valueAt } from './members.ts';
import { APIS, hostFunctions } from './registry.ts';
import { allValues } from './target-values.ts';

/**
 * How far the sandbox emulates a member. `implemented`: a function with an effect, or a value that follows
 * the page's controls or the scene. `static`: always the same value, or a function without effect. `missing`: a
 * function that rejects, or a value that is always `undefined`.
 */
export type EmulationStatus = 'implemented' | 'static' | 'missing';

const MANIFEST = {
  apiVersion: '2026-07',
  locales: { defaultLanguage: 'en', translations: { en: {}, fr: {} } },
  settings: [{ key: 'greeting', type: 'single_line_text_field', name: 'Greeting' }],
  capabilities: { apiAccess: false, networkAccess: true, blockProgress: false },
} as unknown as ExtensionManifest;

/** A scene that also sets what the default scene leaves out. */
const FULL_SCENE = initialScene(
  {},
  {
    company: { company: { id: '1', name: 'A' }, location: { id: '2', name: 'B' } },
    cart: {
      note: 'Note',
      attributes: [{ key: 'a', value: 'b' }],
      metafields: [{ namespace: 'a', key: 'b', value: 'c', type: 'json' }],
      discounts: [{ code: 'A', type: 'Percentage', amount: 10 }],
      giftCards: [{ code: 'ABCD', balance: 5 }],
    },
    pos: { scan: { data: '1', source: 'camera' }, fiscalDeviceIdentifier: '1' },
    delivery: { selected: 'express' },
    checkout: {
      layout: 'three-page',
      step: 'payment',
      localizedFields: [{ key: 'A', title: 'B', value: 'C' }],
    },
  },
);

interface Schema {
  enum?: readonly unknown[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
}

/** Changes every text, number and flag to another that the schema accepts. */
function changed(value: unknown, schema: Schema = {}): unknown {
  if (schema.enum) return schema.enum.find((other) => other !== value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}*`;
  if (Array.isArray(value)) return value.map((item) => changed(item, schema.items));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, changed(part, schema.properties?.[name])]),
  );
}

const OTHER_SCENES: readonly Scene[] = [
  changed(DEFAULT_SCENE, SCENE_SCHEMA as Schema) as Scene,
  FULL_SCENE,
  initialScene({}, { checkout: { step: 'thank-you' } }),
];

/** Each changes one control; a value that differs from the default's follows that control. */
const CHANGES: readonly Partial<UrlState>[] = [
  { customer: '43' },
  { user: '92', staff: '93' },
  { connected: false },
  { device: 'phone' },
  { location: 4 },
  { editor: true },
  { published: true },
  { item: 2 },
  { language: 'fr' },
  { settings: { greeting: 'Hello' } },
];

/** Returns the status of each member of a surface in any API version, by path, as derived from the APIs. */
export function emulationStatus(surface: Surface): Record<string, EmulationStatus> {
  const statuses: Record<string, EmulationStatus> = {};
  for (const target of targetsOf(surface)) {
    const statusOf = statusesIn(surface, target);
    const members = Object.assign({}, ...versionsOf(target).map((version) => membersOf(target, version)));
    for (const [path, kind] of Object.entries(members as ApiMembers)) {
      const status = statusOf(path, isFunction(kind));
      const known = statuses[path];
      statuses[path] = known ? worst(known, status) : status;
    }
  }
  return statuses;
}

function statusesIn(surface: Surface, target: string) {
  const apis = APIS[surface];
  const created = createdMembers(surface, hostFunctions(surface).keys(), CONTEXT(target));
  const inert = new Set(apis.flatMap((api) => api.inert ?? []));
  const input = (state: Partial<UrlState>, changes: Partial<ApiInput> = {}): ApiInput => ({
    target,
    state: { ...DEFAULT_STATE, ...state },
    scene: DEFAULT_SCENE,
    manifest: MANIFEST,
    networkAccess: true,
    scriptUrl: 'http://127.0.0.1/extension.js',
    ...changes,
  });
  const base = allValues(apis, input({}));
  const others = [
    ...CHANGES.map((change) => input(change)),
    input({}, { networkAccess: false }),
    input({}, { manifest: { ...MANIFEST, apiVersion: '2025-10' } }),
    ...OTHER_SCENES.map((scene) => input({ customer: '42' }, { scene })),
  ].map((other) => once(() => allValues(apis, other)));
  const textAt = (values: Members, path: string) => JSON.stringify(valueAt(values, path));

  return (path: string, isFunctionMember: boolean): EmulationStatus => {
    // Provided by the host, on every surface.
    if (path === 'extend') return 'implemented';
    if (Object.hasOwn(created, path)) return inert.has(path) ? 'static' : 'implemented';
    if (isFunctionMember) return 'missing';
    const text = textAt(base, path);
    if (others.some((values) => textAt(values(), path) !== text)) return 'implemented';
    return hasValue(base, path) ? 'static' : 'missing';
  };
}

/** Calculates a value when it is first needed. */
function once<Value>(calculate: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= calculate();
    return value;
  };
}

/** Dependencies for functions that are inspected but never called. */
const CONTEXT = (target: string) => ({
  target,
  i18n: {
    locales: MANIFEST.locales,
    language: 'en',
    shopLanguage: 'en',
    currency: 'USD',
    timezone: 'America/New_York',
  },
  on() {},
  signals: { at: () => ({ value: undefined, subscribe: () => () => {} }), update() {} },
  entry: { key: '1', url: null },
  fetch,
  call: async () => undefined,
  graphql: async () => ({ status: 200, body: '{}', version: '' }),
  report() {},
});

const ORDER: readonly EmulationStatus[] = ['missing', 'static', 'implemented'];
const worst = (a: EmulationStatus, b: EmulationStatus) =>
  ORDER[Math.min(ORDER.indexOf(a), ORDER.indexOf(b))]!;
