/** Types into the field with this label. */
export function type(label: string, text: string): void {
  const field = document.querySelector(`[label="${label}"]`);
  if (!field) throw new Error(`no field "${label}"`);
  Object.assign(field, { value: text });
  field.dispatchEvent(new Event('input'));
}

export const errorOf = (label: string) =>
  document.querySelector(`[label="${label}"]`)?.getAttribute('error') || undefined;
