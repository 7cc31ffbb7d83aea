import { boxRules, setAccessibility } from './box-rules.ts';
import { setAttribute, setRole, type View } from './host-element.ts';
import { DEFAULT_CONTAINER } from './responsive.ts';
import { Heading } from './text-views.tsx';
import { classes, flag, text } from './values.ts';

/** The element itself is the box, so that it is also the item of the grid or stack around it. */
const box: View = (properties, element) => {
  setAccessibility(properties, element);
  element.setRules(boxRules(properties));
  return <slot />;
};

const queryContainer: View = (properties, element) => {
  const name = text(properties, 'containerName');
  const names = name && /^[\w-]+$/.test(name) ? `${DEFAULT_CONTAINER} ${name}` : DEFAULT_CONTAINER;
  element.setRules(`:host{container:${names} / inline-size}`);
  return <slot />;
};

/** Scrollable areas must be reachable by keyboard. */
const scrollBox: View = (properties, element) => {
  box(properties, element);
  setAttribute(element.host, 'tabindex', '0');
  if (!element.host.hasAttribute('role')) setRole(element, 'group');
  return <slot />;
};

const section: View = (properties, element) => {
  const heading = text(properties, 'heading');
  const label = text(properties, 'accessibilityLabel');
  setAttribute(element.host, 'role', heading || label ? 'region' : undefined);
  setAttribute(element.host, 'aria-label', label ?? heading);
  return (
    <div class={classes('section', text(properties, 'padding') === 'none' && 'no-padding')}>
      <div class="section-head">
        <Heading host={element.host}>{heading}</Heading>
        <slot name="secondary-actions" />
        <slot name="primary-action" />
      </div>
      <slot />
    </div>
  );
};

const form: View = (properties, element) => {
  const submit = () => {
    if (!flag(properties, 'disabled')) element.emit('submit');
  };
  // No native form: its fields and buttons are inside other shadow roots.
  return (
    <form
      onClick={(event) => {
        if (event.composedPath().some(isSubmitButton)) submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && submitsOnEnter(event.composedPath()[0])) submit();
      }}
    >
      <slot />
    </form>
  );
};

type ButtonLike = HTMLElement &
  Partial<Record<'type' | 'href' | 'commandFor', string>> & { disabled?: boolean };

/** A command or a link takes precedence over `type="submit"`. */
function isSubmitButton(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement) || !/^s-(button|clickable)$/.test(target.localName)) return false;
  const { type, href, commandFor, disabled } = target as ButtonLike;
  return type === 'submit' && !href && !commandFor && !disabled;
}

const submitsOnEnter = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(target.type);

export const LAYOUT_VIEWS: Record<string, View> = {
  's-box': box,
  's-divider': (properties) => (
    <hr
      class={classes('divider', text(properties, 'direction'))}
      aria-orientation={text(properties, 'direction') === 'block' ? 'vertical' : 'horizontal'}
    />
  ),
  's-form': form,
  's-grid': box,
  's-grid-item': box,
  's-query-container': queryContainer,
  's-scroll-box': scrollBox,
  's-section': section,
  's-stack': box,
};
