/** Static elements shared by the mock pages. */
import type { ComponentChildren } from 'preact';

export function Field({ label, value }: { label: string; value: string }) {
  return (
    <div class="filled">
      <small>{label}</small>
      {value}
    </div>
  );
}

/** One fact, as text. For a `<dl class="details">`. */
export const Detail = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

export function Option(props: { title: string; note: string; price: string; selected?: boolean }) {
  return (
    <div class={props.selected ? 'option selected' : 'option'}>
      <i />
      <span>
        {props.title}
        <small>{props.note}</small>
      </span>
      <b>{props.price}</b>
    </div>
  );
}
