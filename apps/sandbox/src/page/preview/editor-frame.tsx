import type { ComponentChildren } from 'preact';
import { SURFACE_TITLES } from '../../contract/surfaces.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';

/** The merchant's editor around a mock page: a bar, and the list of blocks with the extension selected. */
export function EditorFrame({ model, children }: { model: SandboxModel; children: ComponentChildren }) {
  if (!model.url.value.editor || model.surface.value === 'pos') return children;
  const manifest = model.manifest.value;
  return (
    <section class="editor" aria-label="Editor">
      <div class="editor-bar">
        <button type="button" class="action" onClick={() => model.change({ editor: undefined })}>
          <Icon name="x" />
          Exit
        </button>
        <b>{model.scene.value.shop.name}</b>
        <span class="editor-page">{SURFACE_TITLES[model.surface.value]}</span>
        <span inert class="editor-save">
          Save
        </span>
      </div>
      <div inert class="editor-blocks">
        <small>Sections</small>
        <span>Header</span>
        <span>Main</span>
        <span class="selected">
          <Icon name="star" />
          {manifest?.handle ?? 'extension'}
        </span>
        <span>Order summary</span>
      </div>
      <div class="editor-canvas">{children}</div>
      {(manifest?.settings.length ?? 0) > 0 && (
        <p class="editor-hint">The settings of this block are under Live values, in the panel.</p>
      )}
    </section>
  );
}
