import type { Choice } from '../../fields/field';
import type { KeywordsCreate } from '../../pinterest/types';

/** Which searches a keyword stands for. */
export const MATCH_TYPES = {
	BROAD: { label: 'Broad', description: 'Searches that are related to it' },
	PHRASE: { label: 'Phrase', description: 'Searches that contain it' },
	EXACT: { label: 'Exact', description: 'Searches for exactly this' },
	EXACT_NEGATIVE: { label: 'Exact Negative', description: 'Not for exactly this' },
	PHRASE_NEGATIVE: { label: 'Phrase Negative', description: 'Not where it is contained' },
} as const satisfies Readonly<
	Partial<Record<KeywordsCreate['keywords'][number]['match_type'] & string, Choice>>
>;
