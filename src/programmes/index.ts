import { beloyarsky } from './beloyarsky';
import { ekaterinburg } from './ekaterinburg';
import type { BuiltInProgramme } from './types';

export const PROGRAMMES: readonly BuiltInProgramme[] = [ekaterinburg, beloyarsky];
export type { BuiltInProgramme };
