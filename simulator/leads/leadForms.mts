import { listed, ok, ownedOne, type Handler } from '../api/call.mts';
import { pageOf } from '../api/paging.mts';
import { Refusal } from '../api/refusal.mts';
import type { Body, LeadForm } from '../world/world.mts';

const formBody = (form: LeadForm): Body => ({
	id: form.id,
	ad_account_id: form.ad_account_id,
	name: form.name,
	status: form.status,
	questions: form.questions,
	completion_message: 'Thank you. We will write to you soon.',
	disclosure_language: null,
	has_accepted_terms: true,
	policy_links: [],
	privacy_policy_link: 'https://shop.example.com/privacy',
	created_time: form.created_time,
	updated_time: form.created_time,
});

export const listLeadForms: Handler = (call) => {
	const page = pageOf(listed(call, call.sim.world.leadForms), call);
	return ok({ ...page, items: page.items.map(formBody) });
};

export const getLeadForm: Handler = (call) => {
	const form = ownedOne(call, call.sim.world.leadForms, call.params.lead_form_id);
	if (!form) throw new Refusal(404, 4842, 'Lead form is not found.');
	return ok(formBody(form));
};
