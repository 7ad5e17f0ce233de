import { compared } from '../../values/names';

/**
 * What an audience is known by in the tables: its name in lower case, with single spaces, in one Unicode form.
 * `Café` is one audience, however it was typed.
 */
export const audienceKeyOf = (name: string): string => compared(compared(name).toLowerCase());
