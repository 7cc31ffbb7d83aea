import { ScanForm } from '../../controls/scan-form.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Overlay } from './overlay.tsx';

/** The camera scanner that the extension opened. */
export function CameraScanner({ model }: { model: SandboxModel }) {
  if (!model.scene.value.pos.isCameraScannerOpen) return null;
  return (
    <Overlay label="Camera scanner" onClose={() => model.counter.updatePos({ isCameraScannerOpen: false })}>
      <div class="pos-viewfinder" aria-hidden="true" />
      <ScanForm model={model} source="camera" />
    </Overlay>
  );
}
