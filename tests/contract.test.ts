/** What may cross between a page and the server: checked by the compiler; a wrong one must not compile. */
import { expect, test } from '@jest/globals';
import type { ImporterServer } from '../src/contract/importer';
import type { Contract, Plain } from '../src/contract/plain';
import type { SidebarFunctions, SidebarServer } from '../src/contract/school';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Truth extends true>(): void => {};

test('a Date anywhere in the contract does not compile', () => {
  holds<Same<keyof ImporterServer, 'importRead' | 'importApply' | 'importRebuild'>>();
  holds<Same<keyof SidebarServer, keyof SidebarFunctions>>();
  holds<Same<SidebarServer['sidebarSave'], SidebarFunctions['sidebarSave']>>();
  holds<Same<Plain<{ readonly a: readonly string[] }>, { readonly a: readonly string[] }>>();
  type Good = Contract<{ read: (id: string) => { readonly rows: readonly (string | number | null)[] } }>;
  // @ts-expect-error a Date as a result
  type BareDate = Contract<{ read: () => Date }>;
  // @ts-expect-error a Date deep in a result
  type NestedDate = Contract<{ read: () => { readonly rows: readonly { readonly at: Date | null }[] } }>;
  // @ts-expect-error a Date in an argument
  type DateArgument = Contract<{ write: (row: { readonly due?: Date }) => null }>;
  // @ts-expect-error a function
  type WithFunction = Contract<{ read: () => { readonly next: () => void } }>;
  // @ts-expect-error a Map
  type WithMap = Contract<{ read: () => Map<string, string> }>;
  const all: [Good?, BareDate?, NestedDate?, DateArgument?, WithFunction?, WithMap?] = [];
  expect(all).toEqual([]);
});
