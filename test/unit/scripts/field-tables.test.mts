import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { OPERATIONS } from '../../../nodes/PinterestAdsAutomation/operations.ts';
import { answerTable } from '../../../scripts/field-tables/answers.mts';
import {
	automationOf,
	pagesOfResources,
	pagesWithFields,
	withFields,
} from '../../../scripts/field-tables/pages.mts';
import { fieldTable } from '../../../scripts/field-tables/table.mts';
import { amount } from '../../../worker/src/fields/amounts.ts';
import { required, withDefault } from '../../../worker/src/fields/field.ts';
import { group } from '../../../worker/src/fields/groups.ts';
import { choice, idOf, number, text } from '../../../worker/src/fields/kinds.ts';

const resources = [...RESOURCES, automationOf(OPERATIONS)];
const guides = pagesWithFields(resources);
const pages = [...guides, ...pagesOfResources(resources)];

describe('the tables of fields in docs/', () => {
	it.each(pages.map((page) => [page.file.split('/docs/')[1], page]))(
		'%s says what the declarations say; `npm run docs` writes it',
		(_, { found, wanted }) => {
			expect(found).toBe(wanted);
		},
	);

	it('or a link to them, are in one guide for every operation whose fields are declared', () => {
		const shown = guides.flatMap(({ operations }) => operations);

		expect(shown.filter((name, n) => shown.indexOf(name) !== n)).toEqual([]);
		expect(withFields(resources).filter((name) => !shown.includes(name))).toEqual([]);
	});
});

describe('the table of answers', () => {
	it('has a row for the operations of a resource that answer alike, with the fields in their order', () => {
		const campaign = { answer: { simplified: ['name', 'id'] } };
		const operations = [
			{ name: 'Create', ...campaign },
			{ name: 'Launch', answer: { simplified: ['status'] } },
			{ name: 'Get', ...campaign },
			{ name: 'Check', answer: {} },
		];

		expect(
			answerTable([{ name: 'Campaign', operations }])
				.split('\n')
				.slice(2),
		).toEqual([
			'| **Campaign**: Create, Get | `name`, `id` |',
			'| **Campaign**: Launch | `status` |',
		]);
	});
});

describe('a table of fields', () => {
	const fields = {
		pinId: required(idOf('pin', { label: 'Pin', description: 'The Pin to promote' })),
		mood: withDefault(
			choice({
				label: 'Mood',
				description: 'How it looks',
				choices: { BRIGHT: 'Bright', DARK_1: 'Dark | Night' },
			}),
			'BRIGHT',
		),
		night: text({
			label: 'Night',
			description: 'Which night. Any.',
			appliesWhen: { mood: ['DARK_1'], pinId: 'given' },
		}),
		goal: group({
			label: 'Goal',
			description: 'What for',
			example: '{}',
			fields: { cost: amount({ label: 'Cost', description: 'The cost of one' }) },
		}),
		share: number({ label: 'Share', description: 'How much', least: 1, most: 5, must: 'must' }),
	};
	const rows = fieldTable({
		fields,
		properties: [
			{ name: 'mood', displayName: 'Mood', type: 'options' },
			{ name: 'notice', displayName: 'Notice', type: 'notice' },
			{ name: 'pinId', displayName: 'Pin', type: 'string' },
			{
				name: 'options',
				displayName: 'Options',
				type: 'collection',
				options: [{ name: 'night', displayName: 'Night' }],
			},
		],
	}).split('\n');

	it('has them in the order of the form, those that it does not ask for last', () => {
		expect(rows.map((row) => row.split(' | ')[0])).toEqual([
			'| field',
			'|---|---|---|',
			'| **Mood** `mood`',
			'| **Pin** `pinId`',
			'| Under *Options*:',
			'| **Night** `night`',
			'| Not in the form:',
			'| **Goal** `goal`',
			'| **Cost** `goal.cost`',
			'| **Share** `share`',
		]);
	});

	it('says of each what it takes, in one line of the table', () => {
		expect(rows.map((row) => row.split(' | ').slice(1).join(' | '))).toEqual([
			'what it takes | what it is |',
			'',
			'one of Bright · Dark \\| Night (`DARK_1`); *Bright* by default | How it looks. |',
			'ID of a Pin, or its address; **required** | The Pin to promote. |',
			'| |',
			'text; only with *Mood* Dark \\| Night and *Pin* | Which night. Any. |',
			'| |',
			'object of the fields below, or its JSON text | What for. |',
			'amount in micro-currency, unless Amounts Are In says otherwise | The cost of one. |',
			'number from 1 to 5 | How much. |',
		]);
	});

	it('folds many choices', () => {
		const words = Object.fromEntries([...'abcdefghi'].map((one) => [one, one.toUpperCase()]));
		const one = choice({ label: 'Letter', description: 'Any', choices: words });

		expect(fieldTable({ fields: { one }, properties: [] })).toContain(
			'one of 9 choices <details><summary>the choices</summary>A · B · C · D · E · F · G · H · I</details>',
		);
	});
});
