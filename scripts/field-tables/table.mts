import type { Field, Fields } from '../../worker/src/index.ts';
import { taken } from './kind.mts';
import { ended } from './words.mts';

/** What of an operation's form says where its fields are. */
export interface Shown {
	readonly name: string;
	readonly displayName: string;
	readonly description?: string;
	readonly type?: string;
	readonly options?: readonly unknown[];
}

/** An operation of the node: the declarations of its fields, and its form. */
export interface OperationFields {
	readonly fields?: Fields;
	readonly properties: readonly Shown[];
}

/** The fields of an operation as a table, in the order of its form. */
export function fieldTable({ fields = {}, properties }: OperationFields): string {
	const left = new Set(Object.keys(fields));
	const take = (name: string): string[] => {
		const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!field || !left.delete(name)) return [];
		return rowsOf(name, field, fields);
	};
	const isCollection = ({ type }: Shown) => type === 'collection';
	const shownAlways = properties.filter((one) => !isCollection(one));
	const collections = properties.filter(isCollection);
	const rows = [
		...shownAlways.flatMap(({ name }) => take(name)),
		...collections.flatMap(({ displayName, options = [] }) =>
			headed(
				`Under *${displayName}*`,
				(options as Shown[]).flatMap(({ name }) => take(name)),
			),
		),
	];
	const others = headed('Not in the form', [...left].flatMap(take));
	return ['| field | what it takes | what it is |', '|---|---|---|', ...rows, ...others].join('\n');
}

const headed = (title: string, rows: readonly string[]) =>
	rows.length === 0 ? [] : [`| ${title}: | | |`, ...rows];

/** A field, and below it what it consists of. */
function rowsOf(name: string, field: Field, fields: Fields, before = ''): string[] {
	const { label, description, fields: inside = {} } = field;
	const path = before + name;
	const row = [`**${label}** \`${path}\``, taken(field, fields), ended(description)];
	return [
		`| ${row.map(inCell).join(' | ')} |`,
		...Object.entries(inside).flatMap(([one, of]) => rowsOf(one, of, inside, `${path}.`)),
	];
}

const inCell = (text: string) => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
