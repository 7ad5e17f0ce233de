import { randomBytes } from 'node:crypto';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { DEFAULT_CEILING, PinterestAdsError, succeeded } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { addressIn } from '../../install/address';
import { FEATURES } from '../../install/features';
import { historyOf, type AnsweredBy } from '../../install/history';
import { importForm } from '../../install/n8np/form';
import { installation } from '../../install/installation';
import { replay } from '../../install/replay';
import { TEMPLATES } from '../../install/templates';
import type { Ask, Choices, PinterestCredential, Step } from '../../install/types';
import { operation, type OperationOutcome } from '../../operation';
import { n8nClock } from '../../transport/clock';
import { credentialTypeOf } from '../../transport/functions';

const BY_DEFAULT = FEATURES.filter(({ byDefault }) => byDefault).map(({ value }) => value);

const properties: INodeProperties[] = [
	{
		displayName: 'Publish',
		name: 'publish',
		type: 'multiOptions',
		options: FEATURES.map(({ name, value, description }) => ({ name, value, description })),
		default: [...BY_DEFAULT],
		description:
			'What is to run by itself. All workflows are installed; the others wait unpublished.',
	},
	{
		displayName: 'Max Daily Budget',
		name: 'maxDailyBudget',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_CEILING,
		description:
			'The most that one launch of a campaign may spend a day, in the currency of the ad account. Once the table pinterest_connection has one, change it there.',
	},
	{
		displayName: 'Workflows You Have Changed',
		name: 'changed',
		type: 'options',
		options: [
			{ name: 'Leave', value: 'leave', description: 'As you have changed them' },
			{ name: 'Replace', value: 'replace', description: 'With those of this version' },
		],
		default: 'leave',
		description: 'What becomes of them in an update',
	},
	{
		displayName: 'Make New Passwords',
		name: 'newPasswords',
		type: 'boolean',
		default: false,
		description:
			'Whether forms and webhooks get a new password, since nobody knows the old one any more',
	},
	{
		displayName: 'Base URL',
		name: 'address',
		type: 'string',
		default: '={{ $execution.resumeUrl }}',
		description:
			'Where this n8n can be reached. As it is, n8n’s own setting decides (WEBHOOK_URL).',
	},
];

/** Each round says what is to be asked of n8n next, until everything is installed. */
export const install = operation<Choices>({
	name: 'Install',
	value: 'install',
	action: 'Install the workflows of this package',
	description: 'Used by the workflow install: says what to ask n8n for next, round by round',
	local: true,
	usesCredential: true,
	properties,
	plan: (fieldsOf, itemCount, functions) => [
		{
			items: Array.from({ length: itemCount }, (_, item) => item),
			input: choicesIn(fieldsOf(0), functions),
		},
	],
	run: async ({ functions }, inputs) => {
		const { came, answered } = historyOf(functions);
		if (came.length === 0) await checkThatItExists(functions);
		return inputs.map((choices) => {
			const turn = replay(installation(choices, TEMPLATES), came);
			return 'result' in turn
				? succeeded(turn.result)
				: outcomeOf(turn.next, choices.address, answered);
		});
	},
});

function choicesIn(fields: FieldReader, functions: IExecuteFunctions): Choices {
	const { publish } = fields.pick('publish');
	return {
		publish: Array.isArray(publish) ? publish.map(String) : [],
		replaceChanged: fields.value('changed') === 'replace',
		newPasswords: fields.value('newPasswords') === true,
		maxDailyBudget: amountIn(fields.value('maxDailyBudget')),
		ownId: String(functions.getWorkflow().id),
		address: addressIn(String(fields.value('address')), functions.getExecutionId()),
		pinterest: chosenCredential(functions),
		makeSecret: () => randomBytes(18).toString('base64url'),
		now: n8nClock.now(),
	};
}

/** Nothing, or 0, is none. */
const amountIn = (given: unknown): number | undefined =>
	typeof given === 'number' && given > 0 ? given : undefined;

function chosenCredential(functions: IExecuteFunctions): PinterestCredential {
	const type = credentialTypeOf(functions);
	const { id, name } = functions.getNode().credentials?.[type] ?? {};
	if (!id) throw notChosen();
	const authentication = type === 'pinterestAdsApi' ? 'accessToken' : 'oAuth2';
	return { id, name: String(name), type, authentication };
}

/** An import names credentials that may not exist on this n8n. */
async function checkThatItExists(functions: IExecuteFunctions): Promise<void> {
	try {
		await functions.getCredentials(credentialTypeOf(functions));
	} catch {
		throw notChosen();
	}
}

const notChosen = () =>
	new PinterestAdsError('invalid', 'No Pinterest credential is chosen.', {
		hint: 'Choose one in this node, or make one: its field is the first one of the form.',
	});

function outcomeOf(next: Step, address: string, answered: readonly AnsweredBy[]): OperationOutcome {
	if (next.step === 'connect') return succeeded({ ...next, answered });
	const [{ file, body }] = next.asks;
	if (!file) return succeeded(next.asks.map((ask) => ({ ...requestOf(ask, address), answered })));
	const { mimeType, content } = importForm(file, body as Readonly<Record<string, string>>);
	const form = { fileName: 'package.form', mimeType: 'application/octet-stream', content };
	const headers = { 'Content-Type': mimeType };
	const record = { ...requestOf(next.asks[0], address), content_type: 'binaryData', headers };
	return { ...succeeded({ ...record, answered }), files: { package: form } };
}

const requestOf = ({ method, path, body }: Ask, address: string) => ({
	step: 'ask',
	...{ method, path, body: body ?? null },
	...{ content_type: 'json', headers: {} },
	url: `${address}/api/v1${path}`,
});
