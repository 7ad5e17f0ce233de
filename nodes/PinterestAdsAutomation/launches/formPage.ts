import type { IDataObject } from 'n8n-workflow';
import type { Question, Questions } from '../../../worker/src';

/** What n8n’s Form node takes: its fields as JSON, and what is above and below them. */
export interface FormPage {
	readonly title: string;
	readonly description: string;
	readonly page: string;
	readonly button: string;
	readonly open_until: string;
}

const TYPES = {
	text: 'text',
	day: 'date',
	oneOf: 'radio',
	listed: 'dropdown',
	anyOf: 'checkbox',
} as const;

export const formPage = ({
	title,
	introduction,
	questions,
	button,
	open_until,
}: Questions): FormPage => ({
	title,
	description: introduction,
	// n8n puts it into a text in which a dollar sign may stand for something else.
	page: JSON.stringify(questions.map(fieldOf)).replaceAll('$', String.raw`\u0024`),
	button,
	open_until,
});

function fieldOf({
	name,
	label,
	kind,
	options,
	isRequired,
	starts,
	example,
}: Question): IDataObject {
	if (kind === 'heading') return { fieldType: 'html', html: `<h3>${label}</h3>` };
	return {
		...{ fieldName: name, fieldLabel: label, fieldType: TYPES[kind] },
		...(isRequired ? { requiredField: true } : {}),
		...(options ? { fieldOptions: { values: options.map((option) => ({ option })) } } : {}),
		...(starts === undefined ? {} : { defaultValue: starts }),
		...(example === undefined ? {} : { placeholder: example }),
	};
}

/** Whether somebody has sent the page; else its time is over, and n8n hands on what went in. */
export const isSent = (json: IDataObject): boolean => typeof json.submittedAt === 'string';
