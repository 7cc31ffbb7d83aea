import './styles/page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { defineHostElements } from './elements/define-elements.tsx';
import { createBench } from './model/bench.ts';
import { allElements } from './model/element-tables.ts';

defineHostElements(allElements());
const bench = createBench();
bench.connect();
render(<App bench={bench} />, document.body);
