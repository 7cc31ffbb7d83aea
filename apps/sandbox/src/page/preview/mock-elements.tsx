/** Static elements shared by the mock pages. */

export function Field({ label, value }: { label: string; value: string }) {
  return (
    <div class="filled">
      <small>{label}</small>
      {value}
    </div>
  );
}

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
