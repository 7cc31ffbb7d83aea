import './styles/page.css';
import { render } from 'preact';
import type { SandboxHook } from '../contract/report.ts';
import { App } from './app.tsx';
import { defineHostElements } from './elements/define-elements.tsx';
import { ImageNetworkContext } from './elements/image.tsx';
import { allElements } from './model/element-tables.ts';
import { createSandboxModel } from './model/sandbox-model.ts';
import { pageReport } from './report/page-report.ts';
import { followActivity } from './report/when-settled.ts';

defineHostElements(allElements());
const model = createSandboxModel();
// For programs that drive the page. An extension runs in another origin, and cannot reach it.
const sandbox: SandboxHook = { report: () => pageReport(model), whenSettled: followActivity(model) };
Object.assign(window, { sandbox });
model.connect();
const Page = () => (
  <ImageNetworkContext.Provider value={model.imageNetwork.value}>
    <App model={model} />
  </ImageNetworkContext.Provider>
);
render(<Page />, document.body);
