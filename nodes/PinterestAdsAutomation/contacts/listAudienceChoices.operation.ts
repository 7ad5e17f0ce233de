import type { IDataObject } from 'n8n-workflow';
import { audienceChoices, succeeded } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { together } from './fields';

/** n8n's form page takes its fields as JSON. */
const pageWith = (labels: readonly string[]) =>
	JSON.stringify([
		{
			fieldName: 'audience',
			fieldLabel: 'Audience',
			fieldType: 'dropdown',
			requiredField: true,
			fieldOptions: { values: labels.map((option) => ({ option })) },
		},
	]);

export const listAudienceChoices = operation<IDataObject[]>({
	name: 'List Audiences to Choose',
	value: 'listAudienceChoices',
	action: 'List audiences to choose from in a form',
	description:
		'Make the fields of a form’s page on which one of the audiences is chosen. The input items are rows of the table pinterest_audiences.',
	local: true,
	properties: [],
	plan: (fieldsOf, itemCount) =>
		together(
			itemCount,
			Array.from({ length: itemCount }, (_, item) => fieldsOf(item).json()),
		),
	run: async (_, inputs) =>
		inputs.map((rows) => {
			const labels = audienceChoices(rows).map(({ label }) => label);
			return succeeded({ audiences: labels.length, page: pageWith(labels) });
		}),
});
