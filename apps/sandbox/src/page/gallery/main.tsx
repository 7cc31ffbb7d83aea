import '../styles/gallery.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { GalleryHook } from '../../contract/gallery-hook.ts';
import { defineHostElements } from '../elements/define-elements.tsx';
import { allElements } from '../model/element-tables.ts';
import { GalleryApp } from './gallery-app.tsx';
import { createGalleryModel } from './gallery-model.ts';

defineHostElements(allElements());
const model = createGalleryModel();
const sandbox: GalleryHook = {
  whenDone: () =>
    new Promise((resolve) => {
      const dispose = effect(() => {
        const { done, all } = model.progress.value;
        if (done < all || all === 0) return;
        queueMicrotask(() => dispose());
        resolve();
      });
    }),
  pictures: () =>
    model.rows.value.flatMap(({ id, cells }) =>
      cells.map(({ language, cell }) => ({
        state: id,
        ...(language && { language }),
        picture: cell.picture(),
        messages: cell.state.value?.problems.value.map(({ message }) => message) ?? [],
      })),
    ),
};
Object.assign(window, { sandbox });
render(<GalleryApp model={model} />, document.body);
