/** The importer's page: one file, run by HtmlService in a dialog of the control book. */
import { render } from 'preact';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
