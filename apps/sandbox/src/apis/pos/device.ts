import { locationOf } from '../../scene/pos.ts';
import { languageOf } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { isReceipt } from './receipt.ts';

/** The device, its connection and its language. */
export const device: Api = {
  values({ target, state, manifest, scene: { pos } }) {
    const shared = {
      'connectivity.current': { internetConnected: state.connected ? 'Connected' : 'Disconnected' },
    };
    const locale = languageOf(state, manifest);
    if (isReceipt(target)) {
      const { deviceName: name, deviceId } = pos;
      return { ...shared, device: { name, deviceId, isTablet: state.device === 'tablet' }, locale };
    }
    return {
      ...shared,
      'device.name': pos.deviceName,
      ...(pos.fiscalDeviceIdentifier !== undefined && {
        'device.fiscalDeviceIdentifier': pos.fiscalDeviceIdentifier,
      }),
      'device.registerName': locationOf(pos, state).registerName,
      'locale.current': locale,
    };
  },
  host: {
    'device.getDeviceId': ({ scene }) => scene.pos.deviceUuid,
    'device.isTablet': ({ state }) => state.device === 'tablet',
  },
};
