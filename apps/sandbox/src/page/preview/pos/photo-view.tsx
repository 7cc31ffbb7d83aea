import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Overlay } from './overlay.tsx';

/** The photo that the extension took last. */
export function PhotoView({ model }: { model: SandboxModel }) {
  const { photo } = model.pos;
  if (!photo.value) return null;
  const { base64, type, width, height, fileSize } = photo.value;
  const close = () => {
    photo.value = undefined;
  };
  return (
    <Overlay
      label="Photo"
      onClose={close}
      aside={
        <small>
          {width} × {height}, {Math.ceil(fileSize / 1024)} KB
        </small>
      }
    >
      <img class="pos-photo" src={`data:${type};base64,${base64}`} alt="What the camera saw" />
    </Overlay>
  );
}
