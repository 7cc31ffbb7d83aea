import { useRef, useState } from 'preact/hooks';
import { controlAttributes, Note } from './field.tsx';
import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, text } from './values.ts';

/** Whether `accept` allows the file: `.pdf`, `image/png`, `image/*`. */
function accepts(accept: string | undefined, { name, type }: Pick<File, 'name' | 'type'>): boolean {
  if (!accept) return true;
  return accept.split(',').some((part) => {
    const wanted = part.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}

/** The extension learns only the path that a browser would show: the files stay in the page. */
const dropZone: View = (properties, element) => {
  const [names, setNames] = useState<string[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const disabled = flag(properties, 'disabled');
  const multiple = flag(properties, 'multiple');
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    const taken = files
      .filter((file) => accepts(text(properties, 'accept'), file))
      .slice(0, multiple ? undefined : 1);
    if (taken.length < files.length) element.emit('droprejected');
    const [first] = taken;
    if (!first) return;
    const value = `C:\\fakepath\\${first.name}`;
    setNames(taken.map(({ name }) => name));
    element.change({ value });
    element.emit('input', { properties: { value } });
    element.emit('change', { properties: { value } });
  };
  const label = text(properties, 'label') ?? (multiple ? 'Add files' : 'Add file');
  const shown = text(properties, 'value') === undefined ? [] : names;
  return (
    <div class="field">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: The keyboard uses the file input in it. */}
      <div
        class={classes('drop-zone', isOver && 'over', disabled && 'disabled')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take(event.dataTransfer?.files);
        }}
      >
        <Icon name="upload" />
        <label for="field">{label}</label>
        <span class="field-details">or drop {multiple ? 'files' : 'a file'} here</span>
        <input
          ref={input}
          {...controlAttributes(properties)}
          class="visually-hidden"
          type="file"
          aria-label={text(properties, 'accessibilityLabel')}
          accept={text(properties, 'accept')}
          multiple={multiple}
          onInput={(event) => event.stopPropagation()}
          onChange={(event) => {
            event.stopPropagation();
            take(event.currentTarget.files);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        {shown.map((name) => (
          <span key={name} class="chip">
            {name}
          </span>
        ))}
      </div>
      <Note properties={properties} />
    </div>
  );
};

export const DROP_ZONE_VIEWS: Record<string, View> = { 's-drop-zone': dropZone };
