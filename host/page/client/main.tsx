import { render } from 'preact';
import { App } from './App';
import { offerToTests } from './parts/tests';
import { Session } from './session';

const session = new Session();
offerToTests(session);
render(<App session={session} />, document.getElementById('root') as HTMLElement);
