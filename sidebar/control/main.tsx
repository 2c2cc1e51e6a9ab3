/** «Пульт»: one file, run by HtmlService beside the control book. */
import { render } from 'preact';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
