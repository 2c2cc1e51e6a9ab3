/** The calls of «Пульт» of its server. */
import type { ControlServer } from '../../src/contract/control';
import { callErrors } from '../../src/messages/control/page';
import { caller } from '../common/caller';

export const call = caller<ControlServer>(callErrors);
