import fc from 'fast-check';
import { askDetails } from '../../../../../worker/src/automation/launches/form/index.ts';
import { CHOICES, detailsOf, goalOf, GOOD, NOW } from './somebody.mts';

const ask = (goal = goalOf('Consideration'), choices = CHOICES, earlier = {}) =>
	askDetails(goal, choices, earlier, NOW);
const questionOf = (page: ReturnType<typeof ask>, name: string) =>
	page.questions.find((question) => question.name === name);
const labels = (page: ReturnType<typeof ask>) =>
	page.questions.filter(({ kind }) => kind !== 'heading').map(({ label }) => label);

describe('the page that asks for the details of a launch', () => {
	it('asks in the order in which one thinks: what, how much, where, when, in the end', () => {
		const page = ask();
		expect(
			page.questions.filter(({ kind }) => kind === 'heading').map(({ label }) => label),
		).toEqual(['Pins', 'Budget', 'Where, and to whom', 'When', 'In the end']);
		expect(labels(page)).toEqual([
			'Campaign',
			'Pins to promote: each becomes an ad',
			'Others: addresses or IDs, with commas between',
			'Where a click leads (empty: where the Pin leads)',
			'Daily budget in USD (at most 50.00 USD)',
			'The most to pay for one click, in USD (empty: 2.00 USD)',
			'Country',
			'More countries, with commas between',
			'Audience',
			'Keywords, with commas between (empty: none)',
			'First day, from midnight UTC (empty: as soon as it is switched on)',
			'Last day, to midnight UTC (empty: until somebody switches it off)',
			'Once all of “Spring sale” exists',
		]);
		expect(page.introduction).toContain('Consideration in the ad account Example Home.');
	});

	it('begins with what changes and costs nothing: a new campaign, home, everybody, paused', () => {
		const page = ask();
		expect(questionOf(page, 'campaign')?.starts).toBe('A new one: Spring sale');
		expect(questionOf(page, 'country')?.starts).toBe('United States');
		expect(questionOf(page, 'audience')?.starts).toBe('Everybody');
		expect(questionOf(page, 'when_it_stands')?.starts).toMatch(/^Leave it paused/);
	});

	it('tells what is alike apart, and has no comma in a label', () => {
		expect(questionOf(ask(), 'promotable')?.options).toEqual([
			'Sofa‚ red (1 June 2025)',
			'Lamp (video‚ 2 June 2025) – ID 813744226420795885',
			'Lamp (video‚ 2 June 2025) – ID 813744226420795886',
		]);
	});

	it('asks what there is to ask under the objective', () => {
		const video = ask(goalOf('Video View'));
		expect(questionOf(video, 'bid')).toBeUndefined();
		expect(questionOf(ask(goalOf('Awareness')), 'bid')?.label).toContain('1,000 views');
		expect(questionOf(ask(), 'conversion_event')).toBeUndefined();
		expect(questionOf(ask(goalOf('Web Conversion')), 'conversion_event')).toMatchObject({
			isRequired: true,
		});
		expect(questionOf(ask(goalOf('Sales')), 'conversion_event')).toMatchObject({
			...{ isRequired: false, starts: 'None in particular' },
		});
		const catalog = ask(goalOf('Shopping', 'Product groups'));
		expect(questionOf(catalog, 'destination_url')).toBeUndefined();
		expect(labels(catalog)).toContain('Product groups to promote');
	});

	it('can be answered where there is nothing to choose from, and says why', () => {
		const bare = {
			...CHOICES,
			...{ promotable: [], campaigns: [], audiences: [], conversion_tags: [] },
			notes: ['Your Pins could not be listed: the token lacks pins:read.'],
		};
		const page = ask(goalOf('Web Conversion'), bare);
		expect(page.introduction).toContain('could not be listed');
		expect(labels(page)).toEqual(
			expect.arrayContaining([
				'What to promote: addresses or IDs, with commas between',
				'ID of the Pinterest tag that reports it (the ad account lists none)',
			]),
		);
		for (const { kind, options } of page.questions)
			if (['oneOf', 'listed', 'anyOf'].includes(kind)) expect(options).not.toEqual([]);
		const answers = {
			...{ promotable: [], pasted: '12345', conversion_event: 'Checkout' },
			conversion_tag_id: '2617998078212',
		};
		expect(detailsOf(answers, goalOf('Web Conversion'), bare)).toMatchObject({
			...{ problems: [], pin_id: '12345', conversion_tag_id: '2617998078212' },
		});
	});

	it('asked again has what was answered', () => {
		const { answers } = detailsOf({
			promotable: questionOf(ask(), 'promotable')!.options,
			daily_budget: '500',
		});
		const page = ask(goalOf('Consideration'), CHOICES, { answers, problems: ['Too much.'] });
		expect(questionOf(page, 'daily_budget')?.starts).toBe('500');
		expect(questionOf(page, 'promotable')?.starts?.split(', ')).toEqual(answers.promotable);
	});
});

describe('the details of a launch', () => {
	it('are read as the fields of a launch', () => {
		const read = detailsOf({
			promotable: ['Sofa‚ red (1 June 2025)', 'Lamp (video‚ 2 June 2025) – ID 813744226420795886'],
			pasted: 'https://www.pinterest.com/pin/813744226420795887/, 813744226420795884',
			...{ destination_url: ' https://shop.example.com/ ', bid: '1.50' },
			...{ more_countries: 'Canada; uk', audience: 'Newsletter (about 5‚000 people)' },
			...{ keywords: 'sofa', first_day: '2026-12-01', last_day: '2026-12-31' },
			when_it_stands: 'Switch it on: it may deliver and cost money at once',
		});
		const { answers, all_answers, ...fields } = read;
		expect(fields).toEqual({
			...{ form_name: 'Spring sale', campaign_name: 'Spring sale' },
			...{ campaign_choice: 'name', campaign_id: '', objective: 'CONSIDERATION' },
			...{ ad_group_name: 'Spring sale: ad group', ad_name: 'Spring sale: ad' },
			...{ promotes: 'pins', pin_id: '813744226420795884' },
			more_pin_ids: '813744226420795886, 813744226420795887',
			...{ product_group_id: '', more_product_group_ids: '' },
			...{ destination_url: 'https://shop.example.com/', daily_budget: '20', bid: '1.50' },
			billable_event: 'CLICKTHROUGH',
			...{ countries: 'US, CA, GB', country_names: 'United States, Canada, United Kingdom' },
			...{ audience_id: '2542620905475', keywords: 'sofa' },
			...{ start_time: '2026-12-01T00:00:00.000Z', end_time: '2027-01-01T00:00:00.000Z' },
			...{ conversion_event: '', conversion_tag_id: '', status: 'ACTIVE' },
			...{ ad_account_id: '549755885175', currency: 'USD', max_daily_budget: 50 },
			problems: [],
		});
		expect(all_answers).toMatchObject({ ...answers, promotes: 'Pins' });
	});

	it('of product groups name no Pins', () => {
		const goal = goalOf('Catalog Sales', 'Product groups');
		expect(detailsOf({ pasted: '4680099996745001' }, goal)).toMatchObject({
			...{ promotes: 'productGroups', pin_id: '', more_pin_ids: '' },
			product_group_id: CHOICES.promotable[0].id,
			more_product_group_ids: '4680099996745001',
		});
	});

	it('of a campaign that exists have its ID, and an ad group of the new name', () => {
		expect(detailsOf({ campaign: 'Add to: Evergreen (active)' })).toMatchObject({
			...{ campaign_choice: 'id', campaign_id: '626735565838', campaign_name: 'Evergreen' },
			...{ ad_group_name: 'Spring sale: ad group', form_name: 'Spring sale' },
		});
	});

	it('begin at once where the first day is today', () => {
		expect(detailsOf({ first_day: '2026-11-30', last_day: '2026-11-30' })).toMatchObject({
			...{ start_time: '', end_time: '2026-12-01T00:00:00.000Z', problems: [] },
		});
	});

	it.each([
		[{ promotable: [] }, /^Choose at least one Pin/],
		[{ promotable: ['Gone'] }, /^Pin: “Gone” is not in the list/],
		[{ pasted: 'sofa' }, /^“sofa”, as the Pin: must be an ID/],
		[{ pasted: 'https://pin.it/abc' }, /short link/],
		[{ pasted: 'https://example.com/pin/813744226420795884/' }, /address of pinterest.com/],
		[{ campaign: 'Add to: Gone' }, /^Campaign: “Add to: Gone” is not in the list/],
		[{ daily_budget: '' }, /^Daily budget: enter an amount/],
		[{ daily_budget: '50.01' }, /50\.01 USD a day is over the ceiling of this launch, 50\.00 USD/],
		[{ daily_budget: '1.500' }, /^Daily budget: can be read as 1\.5 or as 1500/],
		[{ daily_budget: '50000000' }, /^Daily budget: .*Did you mean 50\.00 USD\?/],
		[{ daily_budget: '$20' }, /^Daily budget: must be an amount in digits.*write 20/],
		[{ bid: '0' }, /^The most to pay: must be more than 0/],
		[{ country: 'Atlantis' }, /^Country: choose one of the list/],
		[{ more_countries: 'Canda' }, /^“Canda” is not a country.*Did you mean Canada\?/],
		[{ audience: 'Gone' }, /^Audience: “Gone” is not in the list/],
		[{ first_day: '2026-11-29' }, /^First day: Sunday 29 November 2026 is over/],
		[{ last_day: '2026-11-29' }, /^Last day: Sunday 29 November 2026 is over/],
		[{ first_day: '2026-12-02', last_day: '2026-12-01' }, /^Last day: it is before the first/],
		[{ first_day: '30/11/2026' }, /^“30\/11\/2026” is not a day/],
	])('with %j are asked for again', (answers, problem) => {
		expect(detailsOf(answers).problems).toEqual([expect.stringMatching(problem)]);
	});

	it.each([
		[{}, /^Conversion: choose what counts/],
		[{ conversion_event: 'Checkout' }, /^Pinterest tag: choose one/],
		[{ conversion_event: 'Checkout', conversion_tag: 'Gone' }, /^Pinterest tag: choose one/],
	])('of Web Conversion with %j are asked for again', (answers, problem) => {
		expect(detailsOf(answers, goalOf('Web Conversion')).problems).toEqual([
			expect.stringMatching(problem),
		]);
	});

	it.each(['Switch it on', 'ACTIVE', 'switch it on: it may deliver', '', undefined, true])(
		'switch nothing on for %j',
		(when_it_stands) => {
			expect(detailsOf({ when_it_stands }).status).toBe('PAUSED');
		},
	);

	it('of whatever somebody sends are texts, and never more than the ceiling', () => {
		const names = ask().questions.map(({ name }) => name);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (sent) => {
				const { problems, ...fields } = detailsOf(sent);
				for (const [name, field] of Object.entries(fields))
					if (!['answers', 'all_answers', 'max_daily_budget'].includes(name))
						expect([name, typeof field]).toEqual([name, 'string']);
				if (problems.length === 0) expect(Number(fields.daily_budget)).toBeLessThanOrEqual(50);
			}),
		);
		expect(detailsOf(GOOD).problems).toEqual([]);
	});
});
