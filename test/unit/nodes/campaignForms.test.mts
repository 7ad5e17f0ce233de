import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { createAdInput, updateAdInput } from '../../../worker/src/campaigns/ad/adInput.ts';
import { updateAdGroupInput } from '../../../worker/src/campaigns/adGroup/adGroupInput.ts';
import {
	createCampaignInput,
	updateCampaignInput,
} from '../../../worker/src/campaigns/campaign/campaignInput.ts';
import type { Fields } from '../../../worker/src/fields/field.ts';
import {
	listAdGroupsInput,
	listAdsInput,
	listCampaignsInput,
} from '../../../worker/src/campaigns/read/readFields.ts';
import { TARGETING_FIELDS } from '../../../worker/src/campaigns/targeting/targetingFields.ts';

const { properties } = new PinterestAds().description;

/** The fields of an operation's form, those under Options and Filters as well. */
function formOf(resource: string, operation: string): INodeProperties[] {
	const own = properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation) &&
			// What only the tool has is no part of the task.
			!displayOptions.show['@tool'],
	);
	return own.flatMap((one) =>
		one.type === 'collection' ? (one.options as INodeProperties[]) : [one],
	);
}

/** The names that the worker takes. */
function inputNames(input: z.ZodTypeAny | Fields): string[] {
	if (!('_def' in input)) return Object.keys(input);
	const schema = input as z.ZodTypeAny;
	const { schema: inner, shape } = schema._def as {
		schema?: z.ZodTypeAny;
		shape?: () => Record<string, unknown>;
	};
	return inner ? inputNames(inner) : Object.keys(shape!());
}

/** The raw spec says all of these. */
const IN_TARGETING_SPEC = Object.keys(TARGETING_FIELDS);

/** How many are asked for, which of two tasks is meant, and how much of the answer is given. */
const FOR_THE_NODE = ['returnAll', 'diagnose', 'simplify', 'preview'];

it.each([
	['campaign', 'create', createCampaignInput.fields],
	['campaign', 'getMany', listCampaignsInput.fields],
	['campaign', 'update', updateCampaignInput.fields],
	['adGroup', 'getMany', listAdGroupsInput.fields],
	['adGroup', 'update', updateAdGroupInput.fields],
	['ad', 'create', createAdInput.fields],
	['ad', 'getMany', listAdsInput.fields],
	['ad', 'update', updateAdInput.fields],
])('%s: %s reaches all that the worker takes', (resource, operation, schema) => {
	const form = formOf(resource, operation).map(({ name }) => name);
	const missing = inputNames(schema).filter((name) => !form.includes(name));
	expect(missing.filter((name) => !IN_TARGETING_SPEC.includes(name))).toEqual([]);
	const ownOnly = form.filter((name) => !inputNames(schema).includes(name));
	expect(ownOnly.filter((name) => !FOR_THE_NODE.includes(name))).toEqual([]);
});

it.each([
	['campaign', updateCampaignInput.fields.clear.choices],
	['adGroup', updateAdGroupInput.fields.clear.choices],
	['ad', updateAdInput.fields.clear.choices],
])('%s: Clear offers all that can be cleared, by the names of the form', (resource, clearable) => {
	const form = formOf(resource, 'update');
	const offered = form.find(({ name }) => name === 'clear')?.options as Array<{
		name: string;
		value: string;
	}>;
	expect(offered.map(({ value }) => value).sort()).toEqual(Object.keys(clearable ?? {}).sort());
	expect(offered).toEqual(
		offered.map(({ value }) => ({
			name: form.find(({ name }) => name === value)?.displayName,
			value,
		})),
	);
});
