import type { ReadOf } from '../fields/field';
import type { listType } from './records/recordFields';

/** What a customer list is made of. Pinterest's own default is EMAIL. */
export type ListType = ReadOf<typeof listType>;
