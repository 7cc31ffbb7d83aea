import './styles/page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { defineHostElements } from './elements/define-elements.tsx';
import { allElements } from './model/element-tables.ts';
import { createSandboxModel } from './model/sandbox-model.ts';

defineHostElements(allElements());
const model = createSandboxModel();
model.connect();
render(<App model={model} />, document.body);
