import type { Formats } from '../../format';
import type { Sense } from '../../changes';
import type { FigureName } from '../model/tally';

interface FigureDefinition {
	readonly name: FigureName;
	readonly label: string;
	/** In the head of a column. */
	readonly short: string;
	readonly wanted: Sense;
	readonly format: Exclude<keyof Formats, 'short'>;
}

/** What is shown of campaigns, in the order in which one reads. */
export const figureDefinitions: readonly FigureDefinition[] = [
	{ name: 'spend', label: 'Spend', short: 'Spend', wanted: 'neither', format: 'money' },
	{
		...{ name: 'impressions', label: 'Impressions', short: 'Impressions' },
		...{ wanted: 'more', format: 'count' },
	},
	{ name: 'clicks', label: 'Clicks', short: 'Clicks', wanted: 'more', format: 'count' },
	{
		...{ name: 'conversions', label: 'Conversions', short: 'Conversions' },
		...{ wanted: 'more', format: 'count' },
	},
	{
		...{ name: 'roas', label: 'ROAS (checkout value per spend)', short: 'ROAS' },
		...{ wanted: 'more', format: 'times' },
	},
	{
		...{ name: 'ctr', label: 'CTR (clicks per impression)', short: 'CTR' },
		...{ wanted: 'more', format: 'percent' },
	},
	{
		...{ name: 'cost_per_conversion', label: 'Cost per conversion', short: 'Cost per conv.' },
		...{ wanted: 'less', format: 'money' },
	},
];
