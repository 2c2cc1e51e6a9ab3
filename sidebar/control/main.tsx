/** «Пульт»: one file, run by HtmlService beside the control book. */
import { render } from 'preact';
import { keepFocus } from '../common/focus';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) {
  keepFocus(document);
  render(<App />, root);
}
