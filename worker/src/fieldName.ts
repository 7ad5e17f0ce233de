/** What an ID by itself is called by: `campaignId` is the "Campaign". */
const OF_ENTITIES =
	/^(adAccount|adGroup|ad|audience|campaign|conversionTag|keyword|parentInterest|pin|seedAudience)Id$/;

/** Words that are not written like others. */
const SPELLED: Readonly<Record<string, string>> = {
	id: 'ID',
	ids: 'IDs',
	url: 'URL',
	urls: 'URLs',
};

const SMALL = new Set(['of', 'per', 'to']);

/**
 * A name that no field declares, in plain words: `dailySpendCap` is "Daily Spend Cap"; a position in a list
 * becomes "2.". What is declared is called by its label: see `fields/labels.ts`.
 */
export function fieldName(path: ReadonlyArray<string | number>): string {
	return path.map((part) => (typeof part === 'number' ? `${part + 1}.` : inWords(part))).join(' ');
}

function inWords(name: string): string {
	const words = name
		.replace(OF_ENTITIES, '$1')
		.replace(/^is(?=[A-Z])/, '')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.split(' ');
	const last = words.length - 1;
	return words
		.map((word, n) =>
			n < last && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : spelled(word),
		)
		.join(' ');
}

const spelled = (word: string) =>
	SPELLED[word.toLowerCase()] ?? word.charAt(0).toUpperCase() + word.slice(1);
