interface Schema {
	type?: string;
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	allOf?: Schema[];
	anyOf?: Schema[];
	oneOf?: Schema[];
}

/** Every alternative and part of a schema in one flat list. */
function parts(schema: Schema): Schema[] {
	const nested = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
	return [schema, ...nested.flatMap(parts)];
}

/**
 * Paths in `value` that no part of the schema knows. Pinterest's description leaves most request
 * objects open; a property that nobody declares is still a misspelling or an invention. An object
 * that declares no property at all is free-form.
 */
export function unknownProperties(schema: unknown, value: unknown, path = ''): string[] {
	const all = parts(schema as Schema);
	if (Array.isArray(value)) {
		const items = all.find((part) => part.items !== undefined)?.items;
		if (items === undefined) return [];
		return value.flatMap((element, index) => unknownProperties(items, element, `${path}/${index}`));
	}
	if (typeof value !== 'object' || value === null) return [];
	const declared = all.filter((part) => part.properties !== undefined);
	if (declared.length === 0) return [];
	const free = all.some((part) => typeof part.additionalProperties === 'object');
	return Object.entries(value).flatMap(([name, inner]) => {
		const of = declared.flatMap((part) => part.properties?.[name] ?? []);
		if (of.length === 0) return free ? [] : [`${path}/${name}`];
		return unknownProperties({ allOf: of }, inner, `${path}/${name}`);
	});
}
