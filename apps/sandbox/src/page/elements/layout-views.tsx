import type { Properties, View } from './host-element.ts';
import { boxStyle, space, style, text } from './values.ts';

const box: View = (properties) => (
  <div style={boxStyle(properties)}>
    <slot />
  </div>
);

const stack: View = (properties) => {
  const inline = text(properties, 'direction') === 'inline';
  return (
    <div
      class={inline ? 'stack inline' : 'stack'}
      style={style({
        ...boxStyle(properties),
        gap: space(text(properties, 'gap')),
        rowGap: space(text(properties, 'rowGap')),
        columnGap: space(text(properties, 'columnGap')),
        alignItems: alignment(properties, 'alignItems'),
        justifyContent: alignment(properties, 'justifyContent'),
      })}
    >
      <slot />
    </div>
  );
};

const grid: View = (properties) => (
  <div
    class="grid"
    style={style({
      ...boxStyle(properties),
      gap: space(text(properties, 'gap')),
      gridTemplateColumns: text(properties, 'gridTemplateColumns'),
      gridTemplateRows: text(properties, 'gridTemplateRows'),
      alignItems: alignment(properties, 'alignItems'),
      justifyContent: alignment(properties, 'justifyContent'),
    })}
  >
    <slot />
  </div>
);

const section: View = (properties) => (
  <section class="section">
    {text(properties, 'heading') && <h2 class="heading">{text(properties, 'heading')}</h2>}
    <slot />
  </section>
);

function alignment(properties: Properties, name: string): string | undefined {
  const value = text(properties, name);
  if (value === 'start' || value === 'end') return `flex-${value}`;
  return value;
}

const plain: View = () => <slot />;

export const LAYOUT_VIEWS: Record<string, View> = {
  's-box': box,
  's-grid': grid,
  's-grid-item': box,
  's-query-container': plain,
  's-scroll-box': box,
  's-section': section,
  's-stack': stack,
  's-divider': () => <hr />,
  's-form': (_properties, element) => (
    // No native form: its fields and buttons are inside other shadow roots.
    <form
      onClick={(event) => {
        if (submits(event)) element.emit('submit');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.composedPath()[0] instanceof HTMLInputElement)
          element.emit('submit');
      }}
    >
      <slot />
    </form>
  ),
};

/** Whether the click was on an `<s-button type="submit">` of the form. */
const submits = (event: Event) =>
  event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement &&
        target.localName === 's-button' &&
        (target as HTMLElement & { type?: string }).type === 'submit',
    );
