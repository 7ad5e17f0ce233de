import { SEED } from './seedIds.mts';
import { DAY_MS } from './tokens.mts';
import type { World } from './world.mts';

const EMAIL = { question_type: 'EMAIL', ...custom(null) };

/** Of a question that is not the advertiser's own: nothing. */
function custom(label: string | null, options: string[] | null = null) {
	return {
		custom_question_field_type: label === null ? null : options ? 'RADIO_LIST' : 'TEXT_FIELD',
		custom_question_label: label,
		custom_question_options: options,
	};
}

/** Two lead forms, somebody else's, and who has sent them lately. */
export function plantLeads(world: World, now: number): void {
	const { kitchen, brochure, foreign } = SEED.leadForms;
	const created_time = Date.parse('2026-03-02T10:00:00Z') / 1000;
	const room = 'Which room is it for?';
	for (const [id, ad_account_id, name, status, questions] of [
		[
			kitchen,
			SEED.adAccountId,
			'Kitchen advice',
			'ACTIVE',
			[
				{ question_type: 'FULL_NAME', ...custom(null) },
				EMAIL,
				{ question_type: 'CUSTOM', ...custom(room, ['Kitchen', 'Dining room']) },
			],
		],
		[brochure, SEED.adAccountId, 'Brochure', 'DRAFT', [EMAIL]],
		[foreign, SEED.foreignAdAccountId, 'Somebody else’s form', 'ACTIVE', [EMAIL]],
	] as const) {
		world.leadForms.set(id, {
			...{ id, ad_account_id, name, status, created_time },
			questions: [...questions],
		});
	}
	const today = Math.floor(now / DAY_MS) * DAY_MS;
	const people = [
		['Anna Example', 'anna@example.com', 'Kitchen', today - 40 * DAY_MS],
		['Ben Example', 'ben@example.com', 'Dining room', today - 3 * DAY_MS],
		['Cleo Example', 'cleo@example.com', 'Kitchen', today - DAY_MS],
		['Dan "Danny" Example, Jr.', 'dan@example.com', 'Dining room', today - 1],
		['Eve Example', 'eve@example.com', 'Kitchen', today],
	] as const;
	for (const [n, [name, email, answer, submittedAt]] of people.entries()) {
		const id = `38820000000000${n + 1}`;
		world.leads.set(id, {
			...{ id, ad_account_id: SEED.adAccountId, ad_id: SEED.leadAdId, lead_form_id: kitchen },
			submittedAt,
			answers: { 'Full name': name, Email: email, [room]: answer },
		});
	}
}
