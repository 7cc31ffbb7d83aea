import '../styles/inspector.css';
import { render } from 'preact';
import { Inspector } from './inspector.tsx';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
render(<Inspector />, document.body);
