import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { isSchemaFile, readIntrospection } from '../src/node/graphql/schemas.ts';
import { installation } from '../src/node/installation/repository.ts';

/** A file of the package that the schemas come from. */
export const schemaPackage = fileURLToPath(import.meta.resolve('@shopify/dev-mcp'));

/** Returns Shopify's GraphQL schemas without their descriptions, which make up two thirds of them. */
export function schemaFiles(prefix: string): Record<string, Uint8Array> {
  const folder = fileURLToPath(installation.graphqlSchemas);
  const names = readdirSync(folder).filter(isSchemaFile);
  return Object.fromEntries(
    names.map((name) => [`${prefix}${name}`, compress({ data: readIntrospection(`${folder}${name}`) })]),
  );
}

const compress = (schema: object) =>
  gzipSync(JSON.stringify(schema), { level: constants.Z_BEST_COMPRESSION });
