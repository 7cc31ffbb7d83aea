import { locationOf } from '../../../scene/pos.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { MockMark } from '../mock-mark.tsx';
import { CameraScanner } from './camera-scanner.tsx';
import { PosModal } from './modal.tsx';
import { NativeScreenView } from './native-screen.tsx';
import { NavigationRail } from './navigation-rail.tsx';
import { PhotoView } from './photo-view.tsx';
import { PinPadView } from './pin-pad-view.tsx';
import { PrintPreview } from './print-preview.tsx';
import { screenOf } from './screens.tsx';

/** The device at the counter: the screen of the target, and what extensions open over it. */
export function PosPage({ model }: { model: SandboxModel }) {
  const { device } = model.url.value;
  const Screen = screenOf(model.target.value ?? '');
  return (
    <div class={`tablet ${device}`}>
      {/* On the device, where no modal covers it. */}
      <MockMark model={model} />
      <div class="pos">
        <StatusBar model={model} />
        <div class="pos-body">
          <NavigationRail />
          <Screen model={model} />
        </div>
        <PosModal model={model} />
        <NativeScreenView model={model} />
        <CameraScanner model={model} />
        <PhotoView model={model} />
        <PrintPreview model={model} />
        <PinPadView model={model} />
      </div>
    </div>
  );
}

function StatusBar({ model }: { model: SandboxModel }) {
  const { staff, user, connected } = model.url.value;
  const { shop, pos } = model.scene.value;
  const { name, registerName } = locationOf(pos, model.url.value);
  return (
    <header inert class="pos-bar">
      <b>{shop.name}</b>
      <span>
        {name} · {registerName}
      </span>
      <span class="pos-who">
        {staff ? `Pinned in: staff ${staff}` : 'Nobody pinned in'} · logged in: user {user}
      </span>
      {pos.isCashDrawerOpen && <span class="pos-alert">Cash drawer open</span>}
      {!connected && <span class="pos-alert">Offline</span>}
    </header>
  );
}
