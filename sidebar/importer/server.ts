/** The importer's calls of the server. */
import type { ImporterServer } from '../../src/contract';
import { callErrors } from '../../src/messages/importerPage';
import { caller } from '../common/caller';

export const call = caller<ImporterServer>(callErrors);
