import { render } from 'preact';
import { App } from './App';
import { offerInspection } from './inspection/offer';
import { Page } from './page';

const page = new Page();
offerInspection(page);
render(<App page={page} />, document.getElementById('root') as HTMLElement);
