import './styles/page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { defineHostElements } from './elements/define-elements.tsx';
import { createBench, SCHEMAS } from './model/bench.ts';

defineHostElements(SCHEMAS.elements);
const bench = createBench();
bench.connect();
render(<App bench={bench} />, document.body);
