import './styles/page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { defineHostElements } from './elements/define-elements.tsx';
import { createBench } from './model/bench.ts';
import { ALL_ELEMENTS } from './model/element-tables.ts';

defineHostElements(ALL_ELEMENTS);
const bench = createBench();
bench.connect();
render(<App bench={bench} />, document.body);
