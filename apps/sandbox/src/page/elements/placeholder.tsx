import { PLACEHOLDER } from '../../contract/placeholder.ts';
import { defineHostElement, type View } from './host-element.ts';
import { text } from './values.ts';

/** HTML elements whose content is not text for the page. */
const WITHOUT_CONTENT = new Set(['script', 'style', 'template', 'title']);

/** HTML elements that are a part of a line of text. */
const INLINE = new Set(
  'a abbr b button cite code em i input kbd label mark q s samp small span strong sub sup time u'.split(' '),
);

const placeholder: View = (properties, { host }) => {
  const tag = text(properties, 'name') ?? '';
  if (WITHOUT_CONTENT.has(tag)) host.style.display = 'none';
  else host.style.display = INLINE.has(tag) ? 'inline' : 'block';
  return <slot />;
};

/** Defines the element that renders the children of one that the target lacks, and nothing else. */
export const definePlaceholder = (): void =>
  defineHostElement(
    PLACEHOLDER,
    { properties: { name: 'string' }, events: [], slots: [], methods: [] },
    placeholder,
  );
