import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fromMicro, type AppliesWhen, type Field } from '../../../worker/src';
import { inOrder } from './inOrder';
import { canBePicked, locatorOf } from './locator';

/** What only the form decides about a field. */
export interface Shown {
	/** What it starts with, where that is not the declaration's own default. */
	readonly starts?: INodeProperties['default'];
	/** Of a choice: the one with which the field stays empty. */
	readonly empty?: { readonly name: string; readonly description?: string };
	/** Instead of the declaration's words. */
	readonly description?: string;
	readonly hint?: string;
	/** Where the choices are loaded from. */
	readonly loadedBy?: string;
	/** By other fields' values: where it is not shown, though the worker takes it and says what becomes of it. */
	readonly hiddenWhen?: Readonly<Record<string, readonly string[]>>;
	/** Of an ID: what lists it, instead of what lists all of its kind. */
	readonly listedBy?: string;
	/** Whether an ID is written instead of picked. */
	readonly isWritten?: boolean;
	/** Whether it has to be filled in wherever it is shown, though the task can do without it. */
	readonly isRequired?: boolean;
	/** Of a number: asked for by another name and in a unit that people think in, so many of the declared one. */
	readonly inUnit?: { readonly name: string; readonly displayName: string; readonly times: number };
}

type Kind = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

/** One declared field as n8n asks for it. */
export function propertyOf(name: string, field: Field, shown: Shown = {}): INodeProperties {
	const { starts, hint, inUnit } = shown;
	const kind = kindOf(field, shown);
	return {
		displayName: inUnit?.displayName ?? field.label,
		name: inUnit?.name ?? name,
		...kind,
		...(starts === undefined ? {} : { default: starts }),
		...(shown.isRequired || isAskedFor(field) ? { required: true } : {}),
		description: (shown.description ?? describedBy(field)) + (shown.loadedBy ? FROM_THE_LIST : ''),
		...(hint === undefined ? {} : { hint }),
		...displayed(field, shown),
	};
}

/** The declaration's words, but of the ad account: it may be named in a credential, which the worker knows nothing of. */
const describedBy = ({ kind, of, description }: Field) =>
	kind === 'id' && of === 'adAccount' ? WHICH_AD_ACCOUNT : description;

const WHICH_AD_ACCOUNT =
	'Leave empty to use the first ad account that the connection can see, or the one that a conversion token’s credential names';

const FROM_THE_LIST =
	'. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

/** A choice or a number always has a value; n8n would ask for a hidden field whose own field is an expression. */
const isAskedFor = ({ need, kind, appliesWhen }: Field) =>
	need === 'required' && kind !== 'choice' && kind !== 'number' && (!appliesWhen || kind === 'id');

function kindOf(field: Field, shown: Shown): Kind {
	const { rows, least, most, example } = field;
	if (shown.loadedBy !== undefined) {
		return {
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: shown.loadedBy },
			default: [],
		};
	}
	switch (field.kind) {
		case 'id':
			return !shown.isWritten && canBePicked(field)
				? locatorOf(field, shown.listedBy)
				: text(field);
		case 'choice':
			return {
				type: 'options',
				options: optionsOf(field, shown),
				default: startOfChoice(field, shown),
			};
		case 'choices':
			return { type: 'multiOptions', options: optionsOf(field, shown), default: [] };
		case 'flag':
			return { type: 'boolean', default: startOf(field) ?? false };
		case 'number': {
			const bounds = {
				...(least === undefined ? {} : { minValue: least }),
				...(most === undefined ? {} : { maxValue: most }),
				...(Number.isInteger(least ?? 1) ? {} : { numberPrecision: 2 }),
			};
			return { type: 'number', typeOptions: bounds, default: startOf(field) ?? 0 };
		}
		case 'time':
			return { ...text(field), type: 'dateTime' };
		case 'amount':
			return { ...text(field), ...(isMicro(field) ? { placeholder: bothReadings(field) } : {}) };
		case 'json':
		case 'group':
			return { type: 'json', default: example ?? '{}' };
		default:
			return { ...text(field), ...(rows === undefined ? {} : { typeOptions: { rows } }) };
	}
}

const text = (field: Field): Kind => ({
	type: 'string',
	default: startOf(field) ?? '',
	...(field.example === undefined ? {} : { placeholder: `e.g. ${field.example}` }),
});

/** Amounts of ads, unlike those of conversions. */
const isMicro = ({ use, example }: Field) => use !== undefined && example !== undefined;

const bothReadings = ({ example = '' }: Field) =>
	`e.g. ${example}, which is $${fromMicro(BigInt(example)).replace(/\.00$/, '')}`;

/** What a form starts with may be more than what is read where nothing is given. */
const startOf = ({ preset, byDefault }: Field) =>
	preset ?? (byDefault as string | number | boolean | undefined);

/** In n8n's order: by what they are called, which of numbers is their own order. */
function optionsOf({ choices = {}, isNumeric }: Field, { empty }: Shown): INodePropertyOptions[] {
	const words = Object.entries(choices).map(([word, { label, description }]) => ({
		name: label,
		value: isNumeric ? Number(word) : word,
		...(description === undefined ? {} : { description }),
	}));
	return [...words, ...(empty ? [{ ...empty, value: '' }] : [])].sort((a, b) =>
		inOrder(a.name, b.name, isNumeric),
	);
}

/** Left out, it starts with the first of its words. */
function startOfChoice(field: Field, { empty }: Shown) {
	if (empty) return '';
	const { choices = {}, isNumeric } = field;
	const word = String(startOf(field) ?? Object.keys(choices)[0]);
	return isNumeric ? Number(word) : word;
}

function displayed({ appliesWhen }: Field, { hiddenWhen }: Shown): Partial<INodeProperties> {
	if (hiddenWhen) return { displayOptions: { hide: listsOf(hiddenWhen) } };
	return appliesWhen ? { displayOptions: displayedWhen(appliesWhen) } : {};
}

const listsOf = (words: NonNullable<Shown['hiddenWhen']>) =>
	Object.fromEntries(Object.entries(words).map(([other, values]) => [other, [...values]]));

/** Another field is given where it is anything but empty. */
function displayedWhen(appliesWhen: AppliesWhen): INodeProperties['displayOptions'] {
	const show: Record<string, string[]> = {};
	const hide: Record<string, string[]> = {};
	for (const [other, values] of Object.entries(appliesWhen)) {
		if (values === 'given') hide[other] = [''];
		else show[other] = [...values];
	}
	return {
		...(Object.keys(show).length > 0 ? { show } : {}),
		...(Object.keys(hide).length > 0 ? { hide } : {}),
	};
}

export const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	inOrder(a.displayName, b.displayName);
