import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';

/** Data of the cart that a shop does not show, such as attributes that an extension wrote. Renders nothing if empty. */
export function SavedData({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { cart } = model.scene.value;
  const rows = [
    ...(cart.note === undefined ? [] : [[words.note, cart.note] as const]),
    ...cart.attributes.map(({ key, value }) => [key, value] as const),
    ...cart.metafields.map(({ namespace, key, value }) => [`${namespace}.${key}`, value] as const),
  ];
  if (rows.length === 0) return null;
  return (
    <section inert class="saved-data" aria-label={words.savedData}>
      <h3>{words.savedData}</h3>
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
