import { Icon } from '../../elements/icon.tsx';

const SECTIONS = [
  ['Home', 'home'],
  ['Products', 'product'],
  ['Orders', 'order'],
  ['Customers', 'person'],
  ['More', 'menu'],
] as const;

/** The sections of POS: at the side of a tablet, at the bottom of a phone. */
export const NavigationRail = () => (
  <div inert class="pos-rail">
    {SECTIONS.map(([title, icon], index) => (
      <span key={title} class={index === 0 ? 'current' : undefined}>
        <Icon name={icon} />
        {title}
      </span>
    ))}
  </div>
);
