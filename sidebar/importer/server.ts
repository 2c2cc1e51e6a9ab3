/** The importer's calls of the server. */
import type { ImporterServer } from '../../src/contract/importer';
import { callErrors } from '../../src/messages/importer/page';
import { caller } from '../common/caller';

export const call = caller<ImporterServer>(callErrors);
