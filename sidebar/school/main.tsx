/** The schools' sidebar: one file, run by HtmlService beside the reporting book. */
import { render } from 'preact';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
