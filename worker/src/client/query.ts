/**
 * Query parameters. An array becomes repeated parameters (`campaign_ids=1&campaign_ids=2`), which is
 * how the API description declares lists of ids and statuses; {@link commaList} is for the few that it
 * declares with `explode: false` (columns, targeting types).
 */
export type Query = Readonly<
	Record<string, string | number | boolean | readonly string[] | CommaList | undefined>
>;

export interface CommaList {
	readonly commaSeparated: readonly string[];
}

export const commaList = (values: readonly string[]): CommaList => ({ commaSeparated: values });

/** Path and query as one encoded string. A comma that separates stays a comma. */
export function withQuery(path: string, query: Query = {}): string {
	const pairs: string[] = [];
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		if (typeof value === 'object' && 'commaSeparated' in value) {
			pairs.push(`${name}=${value.commaSeparated.map(encodeURIComponent).join(',')}`);
		} else {
			for (const one of typeof value === 'object' ? value : [value]) {
				pairs.push(`${name}=${encodeURIComponent(one)}`);
			}
		}
	}
	return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
