import type { Scene } from '../../scene/scene.ts';

/** Data of the cart that a shop does not show, such as attributes that an extension wrote. Renders nothing if empty. */
export function SavedData({ scene: { cart } }: { scene: Scene }) {
  const rows = [
    ...(cart.note === undefined ? [] : [['Note', cart.note] as const]),
    ...cart.attributes.map(({ key, value }) => [key, value] as const),
    ...cart.metafields.map(({ namespace, key, value }) => [`${namespace}.${key}`, value] as const),
  ];
  if (rows.length === 0) return null;
  return (
    <section inert class="saved-data" aria-label="Saved with the order">
      <h3>Saved with the order</h3>
      <dl>
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
