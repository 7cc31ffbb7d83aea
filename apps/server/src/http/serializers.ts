import serializerSelector, {
  type Serializer,
  type SerializerFactory,
} from '@fastify/fast-json-stringify-compiler';

const createCompiler = serializerSelector();
const compiled = new WeakMap<object, Serializer>();

/**
 * Compiles each response schema once. Fastify compiles it for every route: twice for `GET`, which includes `HEAD`, and
 * again for every app of a process.
 */
export const buildSerializer: SerializerFactory = (sharedSchemas = {}, options) => {
  const compile = createCompiler(sharedSchemas, options);
  // References depend on the schemas of the app.
  if (Object.keys(sharedSchemas as object).length > 0) return compile;
  return (route) => {
    const schema = route.schema as object;
    const serializer = compiled.get(schema) ?? compile(route);
    compiled.set(schema, serializer);
    return serializer;
  };
};
