/** The schools' sidebar: one file, run by HtmlService beside the reporting book. */
import { render } from 'preact';
import { keepFocus } from '../common/focus';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) {
  keepFocus(document);
  render(<App />, root);
}
