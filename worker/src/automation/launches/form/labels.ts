import type { LaunchChoice } from '../../../campaigns/launch/choices/launchChoices';

/** Something to choose, as a page shows it: what comes back is the label, so no two are alike. */
export interface Labelled {
	readonly label: string;
	readonly id: string;
}

/** Labels for what can be chosen. */
export function labelled(choices: readonly LaunchChoice[]): Labelled[] {
	const labels = choices.map(({ name, note }) =>
		plain(note === undefined || note === '' ? name : `${name} (${note})`),
	);
	return choices.map(({ id }, n) => {
		const isAlone = labels.filter((label) => label === labels[n]).length === 1;
		return { id, label: isAlone ? labels[n] : `${labels[n]} – ID ${id}` };
	});
}

/**
 * One line, without commas: where several are filled in already, they are listed with commas between them. The
 * character that takes their place looks the same. Nor is there anything in it that markup begins with.
 */
const plain = (label: string) =>
	label
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[,<>]/g, (mark) => SIMILAR[mark]);

const SIMILAR: Readonly<Record<string, string>> = { ',': '‚', '<': '‹', '>': '›' };

/** What a label stands for; undefined for one that is not there (any more). */
export const chosen = (labels: readonly Labelled[], label: unknown): string | undefined =>
	labels.find((one) => one.label === label)?.id;

export const labelsOf = (labels: readonly Labelled[]): string[] => labels.map(({ label }) => label);
