import { fieldName } from '../../../worker/src';

/** What the form calls a field, where that is not what its input's name says. */
const LABELS: Readonly<Record<string, string>> = {
	amountUnit: 'Amounts Are In',
	audienceExcludeIds: 'Exclude Audience Names or IDs',
	audienceIncludeIds: 'Include Audience Names or IDs',
	autoTargetingEnabled: 'Automatic Targeting',
	clickWindowDays: 'Click Window',
	columns: 'Column Names or IDs',
	diagnose: 'Diagnose Delivery',
	endDate: 'To',
	engagementWindowDays: 'Engagement Window',
	event: 'Event Data',
	eventName: 'Event',
	eventSource: 'Event Comes From',
	geos: 'Regions or Postal Codes',
	hashing: 'Hash Emails First',
	isPerformancePlus: 'Performance+',
	isRemovable: 'Can Be Saved',
	isRoasOptimized: 'Optimize for Value',
	maxEventKb: 'Largest Event (KB)',
	maxRemovalPercent: 'Max Removal (%)',
	optionType: 'Type',
	path: 'Path to Records',
	pinIds: 'Pin',
	placementGroup: 'Placement',
	report: 'Output',
	startDate: 'From',
	targeting: 'Targeting Spec',
	test: 'Test Only',
	viewWindowDays: 'View Window',
	waitForReadyMs: 'Wait for Ready',
};

/** What the form calls a field of the worker's input. */
export const labelOf = (name: string): string => LABELS[name] ?? fieldName([name]);

const BY_WORDS = Object.entries(LABELS)
	// "Event" is what the worker itself calls an event's name.
	.filter(([name]) => name !== 'event')
	.map(([name, label]) => ({ words: fieldName([name]), label }))
	.sort((a, b) => b.words.length - a.words.length);

/** A field as the worker's errors name it, in the form's words: each part of "Ad Groups 2. Audience Include IDs". */
export const labelled = (field: string): string =>
	field
		.split(/(\s?\b\d+\.\s?)/)
		.map(labelledPart)
		.join('');

/** The last words of a part are the field itself, what is before them is where it belongs. */
function labelledPart(part: string): string {
	const field = BY_WORDS.find(({ words }) => part === words || part.endsWith(` ${words}`));
	return field ? part.slice(0, part.length - field.words.length) + field.label : part;
}

/** The same of a sentence that begins with the field: "Start Date: must be a day". */
export const labelledSentence = (sentence: string): string =>
	sentence.replace(/^[^:“"]{1,120}(?=: )/, labelled);
