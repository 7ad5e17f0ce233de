import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { createOnce } from '../delivery/createOnce';
import { bodyOf } from '../fields/body';
import { readInput } from '../fields/inputs';
import type { ConversionTagCreate } from '../pinterest/types';
import { sameName } from '../values/names';
import { oldest } from '../values/oldest';
import { postTag, tagsWithCreated, type Tag } from './accountTags';
import {
	createConversionTagInput,
	MATCH_FIELDS,
	type ConversionTagInput,
	type NewConversionTag,
} from './createTagInput';
import { tagRecord, type ConversionTagRecord } from './tagRecord';

/** A conversion tag that was created, or found by its name. */
export interface CreatedConversionTag extends ConversionTagRecord {
	/** `false`: there was one of this name already. */
	readonly created: boolean;
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
	/** It was found after Pinterest's answer had been lost. */
	readonly recovered?: true;
}

/**
 * Creates a conversion tag, with the code to paste into a site. Repeated, it finds the tag of the same name
 * instead of making a second: a site with two of them counts everything twice. Nothing is changed of a tag that
 * exists; where it matches by something else than asked, a warning says so.
 *
 * Operations `conversion_tags/list`, `conversion_tags/create`.
 * @throws PinterestAdsError `outcome-unknown` where it is not known whether it was created
 */
export async function createConversionTag(
	context: WorkerContext,
	input: NewConversionTag,
): Promise<CreatedConversionTag> {
	const wanted = readInput(createConversionTagInput, input);
	const { name } = wanted;
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	const namesakes = await tagsNamed(context, accountId, name);
	const existing = oldest(namesakes);
	if (existing !== undefined) {
		const warnings = [...several(namesakes.length, existing), ...differences(existing, wanted)];
		return { ...tagRecord(existing, accountId), created: false, warnings };
	}
	const body: ConversionTagCreate = {
		...bodyOf<ConversionTagCreate>()(createConversionTagInput.fields, wanted),
		name,
	};
	const what = `conversion tag "${name}"`;
	const { entity, adopted, warning } = await createOnce(context, {
		what,
		foundBy: 'under its name',
		hint: `Wait a few minutes and run this again: the tag is looked for first, by its name, and created only if there is none. To look yourself: Ads Manager, ad account ${accountId}, Conversions, "${name}".`,
		create: async () => await postTag(context, accountId, body, `create the ${what}`),
		find: async () => oldest(await tagsNamed(context, accountId, name)),
	});
	return {
		...tagRecord(entity, accountId),
		created: true,
		warnings: warning === undefined ? [] : [warning],
		...(adopted ? { recovered: true } : {}),
	};
}

/** Those that can be used. */
async function tagsNamed(
	context: WorkerContext,
	adAccountId: string,
	name: string,
): Promise<Tag[]> {
	const found: Tag[] = [];
	for await (const tag of tagsWithCreated(context, adAccountId)) {
		if (sameName(tag.name, name) && tag.status !== 'ARCHIVED') found.push(tag);
	}
	return found;
}

const several = (count: number, { id, name }: Tag) =>
	count === 1
		? []
		: [`${count} conversion tags are called "${name ?? ''}"; the oldest (${id}) is returned.`];

/** What is asked for and not so at the tag that exists. */
function differences({ id, name, configs }: Tag, wanted: ConversionTagInput): string[] {
	const said = MATCHES.flatMap((field) => {
		const { label, sentAs } = MATCH_FIELDS[field];
		const is = (sentAs && configs?.[sentAs]) ?? false;
		const asked = wanted[field] ?? is;
		return asked === is ? [] : [`${label} is ${is ? 'on' : 'off'}`];
	});
	if (said.length === 0) return [];
	return [
		`The conversion tag "${name ?? ''}" (${id}) exists already and was not changed. It differs from what you asked for: ${said.join(', ')}. Change it in Ads Manager under Conversions.`,
	];
}

const MATCHES = Object.keys(MATCH_FIELDS) as Array<keyof typeof MATCH_FIELDS>;
