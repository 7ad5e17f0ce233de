import type { Choice } from '../../fields/field';
import type { Column } from '../columns/columns';

/** What figures are compared with, with labels. */
export const COMPARISON_CHOICES = {
	none: { label: 'No Comparison' },
	periodBefore: {
		label: 'The Period Before',
		description: 'As many days before; whole months beside whole months, weeks beside weeks',
	},
	yearBefore: {
		label: 'A Year Before',
		description: 'The same dates a year before; weeks beside the weeks 52 weeks before',
	},
} as const satisfies Readonly<Record<string, Choice>>;

/** What figures are compared with. */
export type CompareWith = keyof typeof COMPARISON_CHOICES;

/** What comes behind the name of a column for what it was before, and for how it has changed. */
export const PREVIOUS = '_previous';
export const CHANGE = '_change';
export const PERCENT = '_change_percent';

/** Texts and IDs are not compared. */
export const isCompared = ({ name, describes }: Pick<Column, 'name' | 'describes'>): boolean =>
	!describes && !name.endsWith('_ID');
