// A plugin of typedoc: in the reference, what a task takes has the descriptions of its declared fields.
import {
	Comment,
	Converter,
	IntrinsicType,
	LiteralType,
	PageEvent,
	ReflectionKind,
	UnionType,
	type Application,
	type Context,
	type DeclarationReflection,
} from 'typedoc';
import type { Field, Fields } from '../../worker/src/index.ts';
import { bundled } from './bundled.mts';
import { ended, otherwise } from './words.mts';

/** `type NewCampaign = GivenTo<typeof createCampaignInput>` is what an input gives. */
const GIVEN_TO = /^GivenTo<typeof (\w+)>$/;

/**
 * A link to the second of two headings that differ in nothing but capitals, as `launchChoices()` and `LaunchChoices`: the plugin
 * for Markdown numbers what it knows, which is four things, and a page counts two headings.
 */
const OF_ITS_TYPE = /(\]\([\w.]*#[a-z]+)-3\)/g;

export async function load({ converter, renderer }: Application): Promise<void> {
	const exported = await bundled('worker', 'src', 'index.ts');
	const fieldsOf = (name = '') => (exported[name] as { fields?: Fields } | undefined)?.fields;
	const types = new Map<DeclarationReflection, Fields>();
	const inputs: DeclarationReflection[] = [];

	converter.on(
		Converter.EVENT_CREATE_DECLARATION,
		(context: Context, reflection: DeclarationReflection) => {
			const fields = fieldsOf(GIVEN_TO.exec(typeText(context, reflection))?.[1]);
			if (fields) types.set(reflection, fields);
			if (reflection.kind === ReflectionKind.Variable && fieldsOf(reflection.name)) {
				inputs.push(reflection);
			}
		},
	);

	renderer.on(PageEvent.END, (page: PageEvent) => {
		page.contents = page.contents?.replace(OF_ITS_TYPE, '$1-1)');
	});

	converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
		requireInterfaces([...types.keys()]);
		for (const [type, fields] of types) describe(type, fields);
		// Of interest is what an input takes, not what reads it.
		for (const input of inputs) project.removeReflection(input);
	});
}

/** What a type alias is an alias of, as it is written. */
function typeText(context: Context, reflection: DeclarationReflection): string {
	const [declaration] = context.getSymbolFromReflection(reflection)?.declarations ?? [];
	const { type } = { type: undefined, ...declaration } as { type?: { getText?(): string } };
	return type?.getText?.() ?? '';
}

function requireInterfaces(types: readonly DeclarationReflection[]): void {
	const others = types.filter(({ kind }) => kind !== ReflectionKind.Interface);
	if (others.length === 0) return;
	const names = others.map(({ name }) => name).join(', ');
	throw new Error(`Write @interface into the comment of ${names}: only then are its fields shown.`);
}

function describe({ children = [] }: DeclarationReflection, fields: Fields): void {
	for (const property of children) {
		const field = fields[property.name];
		const text = [ended(field.description), otherwise(field, fields)].join(' ').trim();
		property.comment = new Comment([{ kind: 'text', text }]);
		if (field.kind === 'group') property.type = objectOrText(field);
	}
}

/** What a group holds is in the tables of docs/. As a type of all its fields nobody could read it. */
const objectOrText = ({ need }: Field) =>
	new UnionType([
		new IntrinsicType('object'),
		new IntrinsicType('string'),
		...(need === 'required' ? [] : [new LiteralType(null)]),
	]);
