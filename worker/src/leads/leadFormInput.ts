import { adAccountId } from '../connection/adAccountField';
import { required } from '../fields/field';
import { inputOf, type GivenTo } from '../fields/inputs';
import { choices, idOf, limit, sorting, text } from '../fields/kinds';

/** The input of `getLeadForm`. */
export const getLeadFormInput = inputOf({
	adAccountId,
	leadFormId: required(
		idOf('leadForm', {
			label: 'Lead Form',
			description: 'The lead form to get',
			example: '383791336903426391',
		}),
	),
});
/** What `getLeadForm` takes. @interface */
export type OneLeadForm = GivenTo<typeof getLeadFormInput>;

const nameContains = text({
	label: 'Name Contains',
	description: 'Only lead forms whose name contains this text, upper and lower case alike',
});

/** The input of `listLeadForms`. */
export const listLeadFormsInput = inputOf({
	adAccountId,
	limit,
	nameContains,
	statuses: choices({
		label: 'Statuses',
		description: 'Only lead forms of these statuses',
		choices: { ACTIVE: 'Active', DRAFT: 'Draft' },
		isFilter: true,
	}),
	sort: sorting(
		{ created_at: 'Created', name: 'Name', status: 'Status', updated_at: 'Updated' },
		'Created',
	),
});
/** What `listLeadForms` takes. @interface */
export type LeadFormFilters = GivenTo<typeof listLeadFormsInput>;
