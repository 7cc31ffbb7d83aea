import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { hash } from '../../../scene/seed.ts';
import { parseGid, toGid } from './gid.ts';
import { isFields, type MockContext } from './mock-node.ts';
import type { Fields } from './record-context.ts';
import { impliedId } from './records.ts';
import type { MetafieldKey } from './shop-state.ts';

type Args = Record<string, unknown>;

/** Writes a mutation's inputs to the state, and returns the fields of its payload that follow from them. */
export function mutate(context: MockContext, field: string, payload: GraphQLObjectType, args: Args): Fields {
  const metafields = listOf(args.metafields).filter(isMetafieldKey);
  if (metafields.length > 0) return mutateMetafields(context, field, metafields);
  const inputs = [args, ...Object.values(args).filter(isFields)];
  const ids = inputs.flatMap((input) => Object.values(input)).filter((value) => parseGid(value)) as string[];
  const written: Record<string, unknown> = {};
  for (const { name, type } of Object.values(payload.getFields())) {
    const named = getNamedType(type);
    if (/^deleted.*Ids?$/.test(name)) written[name] = name.endsWith('s') ? ids : ids[0];
    if (!isObjectType(named) || !named.getFields().id || /errors$/i.test(name)) continue;
    const list = Object.values(args).find((value) =>
      listOf(value).some((item) => isFields(item) && 'id' in item),
    );
    if (type.toString().includes('[')) {
      written[name] = listOf(list).map((item) => writeObject(context, named.name, item as Args, ids));
    } else {
      written[name] = writeObject(context, named.name, Object.assign({}, ...inputs), ids);
    }
  }
  return written;
}

function writeObject(context: MockContext, type: string, input: Args, ids: readonly string[]): Fields {
  const own = [input.id, ...ids].find((id) => parseGid(id)?.type === type) as string | undefined;
  const number = impliedId(context, type) ?? 1_000_000 + (hash(JSON.stringify(input)) % 1_000_000);
  const id = own ?? toGid(type, number);
  const { id: _, ...fields } = input;
  context.state.write(id, fields);
  return { id };
}

function mutateMetafields(context: MockContext, field: string, metafields: (MetafieldKey & Args)[]): Fields {
  const isDelete = /delete/i.test(field);
  const changed = metafields.map(
    ({ ownerId, namespace = '$app', key, value, type = 'single_line_text_field' }) => {
      const at = { ownerId, namespace, key };
      if (isDelete) context.state.deleteMetafield(at);
      else {
        const id = toGid('Metafield', hash(JSON.stringify(at)));
        context.state.setMetafield(at, { id, value, type, jsonValue: parseJson(value) });
      }
      return context.state.metafield(at) ?? at;
    },
  );
  return { [isDelete ? 'deletedMetafields' : 'metafields']: changed };
}

function parseJson(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}

const isMetafieldKey = (value: unknown): value is MetafieldKey & Args =>
  isFields(value) && typeof value.ownerId === 'string' && typeof value.key === 'string';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
