import {
  MUTATION_TYPE_INSERT_CHILD,
  MUTATION_TYPE_UPDATE_PROPERTY,
  NODE_TYPE_ELEMENT,
  type RemoteConnection,
  type RemoteElementSerialization,
  type RemoteMutationRecord,
  type RemoteNodeSerialization,
  UPDATE_PROPERTY_TYPE_ATTRIBUTE,
  UPDATE_PROPERTY_TYPE_EVENT_LISTENER,
  UPDATE_PROPERTY_TYPE_PROPERTY,
} from '@remote-dom/core';
import { PLACEHOLDER } from '../contract/placeholder.ts';
import type { ElementSchema } from '../schema/element-schema.ts';
import type { ElementWarnings } from './element-warnings.ts';
import { convertValue, isCodeUrl } from './property-values.ts';

type Fields = Record<string, unknown>;

/** Remote DOM's own element. */
const FRAGMENT = 'remote-fragment';

/**
 * Sends to the page only what a target's elements take, as the page rejects a whole change otherwise. An
 * unknown element becomes a placeholder that keeps its children; a wrong value is converted or left out.
 */
export function filterTree(
  connection: RemoteConnection,
  elements: Readonly<Record<string, ElementSchema>>,
  warnings: ElementWarnings,
): RemoteConnection {
  /** Tag names by the id of the node. */
  const tags = new Map<string, string>();
  const schemaOf = (tag: string) => (Object.hasOwn(elements, tag) ? elements[tag] : undefined);

  function filterValue(tag: string, schema: ElementSchema, name: string, value: unknown): unknown {
    const kind = schema.properties[name]!;
    const converted = convertValue(kind, value);
    if (!converted.ok) warnings.value(tag, name, kind, value);
    else if (isCodeUrl(name, converted.value)) warnings.url(tag, name, value);
    else return converted.value;
    return undefined;
  }

  function filterNode(node: RemoteNodeSerialization): RemoteNodeSerialization {
    if (node.type !== NODE_TYPE_ELEMENT) return node;
    const { id, type, element: tag, properties = {}, attributes, eventListeners = {} } = node;
    tags.set(id, tag);
    const schema = schemaOf(tag);
    if (!schema && tag !== FRAGMENT) warnings.element(tag);
    const children = node.children.map(filterNode) as RemoteElementSerialization['children'];
    const slot = attributes?.slot !== undefined && { attributes: { slot: String(attributes.slot) } };
    if (tag === FRAGMENT) return { id, type, element: tag, children, ...slot };
    if (!schema) return { id, type, element: PLACEHOLDER, properties: { name: tag }, children, ...slot };
    const own = Object.entries(properties).filter(([name]) => Object.hasOwn(schema.properties, name));
    const listeners = Object.entries(eventListeners).filter(([event]) => schema.events.includes(event));
    return {
      id,
      type,
      element: tag,
      properties: Object.fromEntries(
        own.map(([name, value]) => [name, filterValue(tag, schema, name, value)]),
      ) as Fields,
      eventListeners: Object.fromEntries(listeners),
      children,
      ...slot,
    };
  }

  function filterRecord(record: RemoteMutationRecord): RemoteMutationRecord[] {
    if (record[0] === MUTATION_TYPE_INSERT_CHILD) {
      const [type, parent, child, index] = record;
      return [[type, parent, filterNode(child), index]];
    }
    if (record[0] !== MUTATION_TYPE_UPDATE_PROPERTY) return [record];
    const [type, id, name, value, kind = UPDATE_PROPERTY_TYPE_PROPERTY] = record;
    if (kind === UPDATE_PROPERTY_TYPE_ATTRIBUTE) return name === 'slot' ? [record] : [];
    const tag = tags.get(id) ?? '';
    const schema = schemaOf(tag);
    if (!schema) return [];
    if (kind === UPDATE_PROPERTY_TYPE_EVENT_LISTENER) return schema.events.includes(name) ? [record] : [];
    if (!Object.hasOwn(schema.properties, name)) return [];
    return [[type, id, name, filterValue(tag, schema, name, value), kind]];
  }

  return {
    call: (id, method, ...args) => connection.call(id, method, ...args),
    mutate: (records) => connection.mutate(records.flatMap(filterRecord)),
  };
}
