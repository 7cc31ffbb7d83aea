import { BuildErrors } from './build-errors.tsx';
import { Header } from './header.tsx';
import type { Bench } from './model/bench.ts';
import { Panel } from './panel/panel.tsx';
import { Stage } from './stage/stage.tsx';
import { Switches } from './switches/switches.tsx';

export function App({ bench }: { bench: Bench }) {
  return (
    <>
      <Header bench={bench} />
      <Switches bench={bench} />
      {bench.ignored.value.length > 0 && (
        <p class="notice" role="status">
          This link asks for something that the sandbox does not know, and that was left out:{' '}
          <code>{bench.ignored.value.join('&')}</code>
        </p>
      )}
      <main class="bench">
        <Stage bench={bench} />
        <Panel bench={bench} />
      </main>
      <BuildErrors bench={bench} />
    </>
  );
}
