/**
 * For a class whose members hand enums or unfinished classes about, where the types cannot be met in full
 * (the types call an enum's members numbers, while they are objects on Google): holds it to the names.
 */
export type MembersOf<T, K extends keyof T> = { readonly [P in K]: unknown };
