import {
	choicesFor,
	getLeadForm,
	listLeadForms,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => patientContext(on.simulator);
const errorOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: PinterestAdsError) => error,
	);
const { kitchen, brochure, foreign } = SEED.leadForms;

describe('lead forms', () => {
	it('are listed with their questions, what one looks for first', async () => {
		const [form] = await listLeadForms(context());
		expect(Object.keys(form).slice(0, 3)).toEqual(['name', 'status', 'questions']);
		expect(form).toEqual({
			...{ name: 'Kitchen advice', status: 'ACTIVE' },
			questions: [
				{ question_type: 'FULL_NAME', label: null, field_type: null, options: [] },
				{ question_type: 'EMAIL', label: null, field_type: null, options: [] },
				{
					...{ question_type: 'CUSTOM', label: 'Which room is it for?', field_type: 'RADIO_LIST' },
					options: ['Kitchen', 'Dining room'],
				},
			],
			completion_message: 'Thank you. We will write to you soon.',
			privacy_policy_link: 'https://shop.example.com/privacy',
			...{ disclosure_language: null, policy_links: [], has_accepted_terms: true },
			created_at: '2026-03-02T10:00:00.000Z',
			updated_at: '2026-03-02T10:00:00.000Z',
			...{ id: kitchen, ad_account_id: SEED.adAccountId },
		});
	});

	it('are found by name and status, page by page', async () => {
		on.simulator.settings({ largestPage: 1 });
		const ids = async (filters: Parameters<typeof listLeadForms>[1]) =>
			(await listLeadForms(context(), filters)).map(({ id }) => id);
		expect(await ids({})).toEqual([kitchen, brochure]);
		expect(await ids({ limit: 1 })).toEqual([kitchen]);
		expect(await ids({ nameContains: 'BROCH' })).toEqual([brochure]);
		expect(await ids({ statuses: ['DRAFT'] })).toEqual([brochure]);
		expect(await ids({ statuses: [] })).toHaveLength(2);
	});

	it('come with the newest first where that is wanted, by Pinterest’s own order', async () => {
		const sort = { by: 'created_at', direction: 'DESCENDING' } as const;
		on.simulator.plant({ leadForms: [{ id: '383791336903426393', name: 'Newest' }] });
		const [{ name }] = await listLeadForms(context(), { sort, limit: 1 });
		expect(name).toBe('Newest');
		expect(on.simulator.ledger().at(-1)!.query).toMatchObject({ order: 'DESCENDING' });
	});

	it('can be picked by their names', async () => {
		const { choices } = await choicesFor(context(), 'leadForm', { filter: 'kitchen' });
		expect(choices).toEqual([{ id: kitchen, name: 'Kitchen advice' }]);
	});

	it('are read one by one', async () => {
		expect(await getLeadForm(context(), { leadFormId: brochure })).toMatchObject({
			...{ id: brochure, name: 'Brochure' },
		});
	});

	it.each([foreign, '404404'])('say that %s was not found, or is a beta', async (leadFormId) => {
		expect(await errorOf(getLeadForm(context(), { leadFormId }))).toMatchObject({
			...{ kind: 'not-found', code: 4842, message: expect.stringContaining(leadFormId) },
			hint: expect.stringMatching(/beta/),
		});
	});

	it('say that it is a beta where the app may not use them', async () => {
		on.simulator.addFault({
			match: { operationId: 'lead_forms/list' },
			...{ fault: 'answer', answer: { status: 403, body: { code: 29, message: 'No.' } } },
		});
		expect(await errorOf(listLeadForms(context()))).toMatchObject({
			...{ kind: 'forbidden', hint: expect.stringMatching(/beta.*account manager/) },
		});
	});
});
