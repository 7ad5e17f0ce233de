import type { AudienceRow } from '../tables';

type Row = Pick<AudienceRow, 'audience_key' | 'name'>;

export interface AudienceChoice {
	/** No two are the same. */
	readonly label: string;
	readonly audience_key: string;
}

/** The audiences of a list to choose from, by name; those of the same name with their keys. */
export function audienceChoices(rows: readonly Partial<Row>[]): AudienceChoice[] {
	const keys = new Set<string>();
	const choices = rows.flatMap(({ audience_key: key, name }) => {
		if (!key || keys.has(key)) return [];
		keys.add(key);
		return [{ label: name || key, audience_key: key }];
	});
	const names = new Map<string, number>();
	for (const { label } of choices) names.set(label, (names.get(label) ?? 0) + 1);
	return choices.map(({ label, audience_key }) =>
		names.get(label) === 1
			? { label, audience_key }
			: { label: `${label} (${audience_key})`, audience_key },
	);
}

/** The audience that was chosen; none where it is not among them. */
export const chosenAudience = (
	rows: readonly Partial<Row>[],
	label: unknown,
): AudienceChoice | undefined => audienceChoices(rows).find((choice) => choice.label === label);
