import type { FastifyInstance } from 'fastify';

type Hook = (this: unknown, ...args: unknown[]) => unknown;

const LIFECYCLE_HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const;

/**
 * Turns `throw undefined` and `throw null` in synchronous hooks into errors. Fastify treats such a hook as successful,
 * so a guard would accept the request. Covers the hooks of the app, its plugins and its routes.
 */
export function failOnFalsyThrow(app: Pick<FastifyInstance, 'addHook'>): void {
  const instance = app as unknown as { addHook: Hook };
  const { addHook } = instance;
  instance.addHook = function addCheckedHook(name, hook) {
    const isLifecycleHook = LIFECYCLE_HOOKS.some((lifecycleHook) => lifecycleHook === name);
    return addHook.call(this, name, isLifecycleHook ? checked(hook as Hook) : hook);
  };
  app.addHook('onRoute', (route) => {
    const hooks = route as unknown as Record<string, Hook | Hook[] | undefined>;
    for (const name of LIFECYCLE_HOOKS) {
      const hook = hooks[name];
      if (hook) hooks[name] = [hook].flat().map(checked);
    }
  });
}

function checked(hook: Hook): Hook {
  if (hook.constructor.name === 'AsyncFunction') return hook; // Fastify handles every rejected promise
  function checkedHook(this: unknown, ...args: unknown[]): unknown {
    try {
      return hook.apply(this, args);
    } catch (thrown) {
      throw thrown ?? new Error(`A hook threw ${String(thrown)} instead of an Error.`);
    }
  }
  // Fastify decides by the number of parameters whether a hook takes a callback.
  return Object.defineProperty(checkedHook, 'length', { value: hook.length });
}
