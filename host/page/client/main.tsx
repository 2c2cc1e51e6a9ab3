import { render } from 'preact';
import { App } from './App';
import { offerInspection } from './inspection/offer';
import { Session } from './session';

const session = new Session();
offerInspection(session);
render(<App session={session} />, document.getElementById('root') as HTMLElement);
