import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { installation } from '#installation';
import type { GraphqlApi } from '../../contract/graphql.ts';
import { nearestVersion } from './api-versions.ts';

const FILE_PREFIXES: Record<GraphqlApi, string> = {
  storefront: 'storefront-graphql_',
  'customer-account': 'customer_',
  admin: 'admin_',
};

const SUFFIX = '.json.gz';

/** Each takes up to 25 MB of memory; a page rarely uses more than two. */
const MAX_LOADED = 4;

export interface VersionedSchema {
  version: string;
  schema: GraphQLSchema;
}

/** Loads schemas on first use, which takes 50 ms, or 400 ms for the Admin API. */
export function createSchemas(directory = fileURLToPath(installation.graphqlSchemas)) {
  const files = readdirSync(directory);
  /** Least recently used first. */
  const loaded = new Map<string, GraphQLSchema>();

  function load(file: string): GraphQLSchema {
    const schema = loaded.get(file) ?? readSchema(`${directory}${file}`);
    loaded.delete(file);
    loaded.set(file, schema);
    if (loaded.size > MAX_LOADED) loaded.delete(loaded.keys().next().value!);
    return schema;
  }

  return {
    versionsOf(api: GraphqlApi): string[] {
      const prefix = FILE_PREFIXES[api];
      return files
        .filter((file) => file.startsWith(prefix) && file.endsWith(SUFFIX))
        .map((file) => file.slice(prefix.length, -SUFFIX.length))
        .sort();
    },
    /** Finds the schema that answers a version: see `nearestVersion`. */
    find(api: GraphqlApi, requested: string): VersionedSchema | undefined {
      const version = nearestVersion(requested, this.versionsOf(api));
      if (version === undefined) return undefined;
      return { version, schema: load(`${FILE_PREFIXES[api]}${version}${SUFFIX}`) };
    },
  };
}

export type Schemas = ReturnType<typeof createSchemas>;

/** Whether a file of the folder is the schema of an API that the sandbox answers. */
export const isSchemaFile = (name: string): boolean =>
  name.endsWith(SUFFIX) && Object.values(FILE_PREFIXES).some((prefix) => name.startsWith(prefix));

const readSchema = (path: string): GraphQLSchema =>
  buildClientSchema(readIntrospection(path), { assumeValid: true });

/** Reads a schema without its descriptions. */
export function readIntrospection(path: string): IntrospectionQuery {
  const { data } = JSON.parse(gunzipSync(readFileSync(path)).toString());
  dropDescriptions(data);
  return data;
}

/** Two thirds of a schema are descriptions, which nothing here reads. */
function dropDescriptions(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('description' in value && typeof value.description === 'string') value.description = null;
  for (const child of Object.values(value)) dropDescriptions(child);
}
