/**
 * What no type lets through, for tests of what happens to it nevertheless: tables, expressions and programs
 * without types send it.
 */
export const untyped = (value: unknown): never => value as never;
