import { Type } from 'typebox';
import { MAX_NOTE_LENGTH } from '../../../scene/cart.ts';
import { createChange } from '../../changes.ts';

export const applyNoteChange = createChange({
  variants: {
    updateNote: Type.Object({ note: Type.String({ maxLength: MAX_NOTE_LENGTH }) }),
    removeNote: Type.Object({}),
  },
  instruction: () => 'notes.canUpdateNote',
  apply(scene, change) {
    const { note: _, ...cart } = scene.cart;
    return { ...scene, cart: change.type === 'updateNote' ? { ...cart, note: change.note } : cart };
  },
});
