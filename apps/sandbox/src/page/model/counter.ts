import { emptyCart } from '../../apis/pos/cart/lines.ts';
import { type TransactionType, transactionOf } from '../../apis/pos/transaction.ts';
import type { PosEventName } from '../../contract/pos-events.ts';
import type { PosScene } from '../../scene/pos.ts';
import type { Scene } from '../../scene/scene.ts';
import type { SandboxState } from './sandbox-state.ts';

interface Runner {
  updateScene(change: (scene: Scene) => Scene): void;
  emit(name: PosEventName, event: unknown): void;
}

/** What happens at the counter: scans, transactions and cash tracking sessions. */
export function createCounter(
  state: SandboxState,
  { updateScene, emit }: Runner,
  change: (controls: { customer: undefined }) => void,
) {
  const updatePos = (changes: Partial<PosScene>) =>
    updateScene((scene) => ({ ...scene, pos: { ...scene.pos, ...changes } }));

  return {
    updatePos,
    /** Scans a code. The last scan is cleared first, so that the same code counts as a new scan. */
    scan(data: string, source: string): void {
      updatePos({ scan: {} });
      updatePos({ scan: { data, source } });
      emit('scan', { type: 'scan', data, source });
    },
    /** Completes the transaction of the cart, which is empty afterwards. */
    complete(type: TransactionType): void {
      const transaction = transactionOf(state.scene.peek(), state.url.peek(), type);
      emit('transactioncomplete', { ...transaction, executedAt: new Date().toISOString() });
      updateScene(emptyCart);
      if (state.url.peek().customer) change({ customer: undefined });
    },
    startCashSession(): void {
      const session = { id: Date.now() % 1_000_000, openingTime: new Date().toISOString() };
      updatePos({ cashSession: session });
      emit('cashtrackingsessionstart', session);
    },
    completeCashSession(): void {
      const { cashSession } = state.scene.peek().pos;
      if (!cashSession) return;
      emit('cashtrackingsessioncomplete', { ...cashSession, closingTime: new Date().toISOString() });
      updateScene((scene) => {
        const { cashSession: _, ...pos } = scene.pos;
        return { ...scene, pos };
      });
    },
  };
}
