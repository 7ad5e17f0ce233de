import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from '../../simulator/world/seedIds.mts';

/** Something secret or personal that the tests work with, and by which it is recognised wherever it gets to. */
export interface Mark {
	/** What a report calls it: the secret itself is not repeated there. */
	readonly name: string;
	readonly pattern: RegExp;
	/** Whether n8n may keep it, where docs/personal-data.md says so. */
	readonly belongs?: (place: StoredPlace) => boolean;
}

/** A row of n8n's database, or a file that it keeps for an execution. */
export interface StoredPlace {
	readonly table: string;
	/** The name of the Data Table that it is a row of. */
	readonly dataTable?: string;
	/** Of what n8n keeps about an execution. */
	readonly execution?: {
		readonly workflowId: string;
		readonly mode: string;
		readonly status: string;
		/** Not to be kept: n8n deletes it soon, and where it had not ended it does at its next start. */
		readonly passing: boolean;
	};
}

/** The key with which the tests' shops sign, and sites of one's own sign in. */
export const SHOP_KEY = 'k-of-a-shop-1234567890';

/** The person in every conversion that the end-to-end tests send. */
export const PERSON = {
	email: 'Marked.Person@example.com',
	phone: '+1 555 010 6789',
	first: 'Markedfirst',
	last: 'Markedlast',
	city: 'Markedtown',
};

/** By which the person is looked for, in lower case. */
export const PERSON_MARKS = [
	...['marked.person', 'marked%2eperson', '555 010 6789', '5550106789'],
	...['markedfirst', 'markedlast', 'markedtown'],
];

/** n8n's mails are numbered so, and are no one's address. */
const MESSAGE_ID = '[\\da-f]{8}-[\\da-f]{4}-';

/** People with an address who are no contacts: who owns n8n, sends reports, and gets them. */
const STAFF = 'owner|reports|marketing|name|reader|mail|engineering';

const appPair = Buffer.from(`${SEED.clientId}:${SEED.clientSecret}`).toString('base64');

export const MARKS: readonly Mark[] = [
	{ name: 'a token of Pinterest', pattern: /\bpin[acr]_simulator_\w+/i },
	{ name: 'the secret of the Pinterest app', pattern: anyOf([SEED.clientSecret, appPair]) },
	{ name: 'the key of a shop', pattern: anyOf([SHOP_KEY, ...encoded(SHOP_KEY)]) },
	{ name: 'the person of a conversion', pattern: anyOf(PERSON_MARKS) },
	{
		name: 'the address of a contact',
		pattern: new RegExp(
			`(?<![\\w.+-])(?!(?:${STAFF})@|${MESSAGE_ID})[\\w.+-]+@(?:[\\w-]+\\.)*example\\.com\\b`,
			'i',
		),
		belongs: isForContacts,
	},
];

/** What callers of one n8n sign in with, which is made up anew for each. */
export function marksOf(n8nFolder: string): Mark[] {
	const { form, webhook, assistant } = contentOf(join(n8nFolder, 'callers.json'));
	const { password } = contentOf(join(n8nFolder, 'login.json'));
	const callers = [form?.password, webhook?.value, assistant?.token].filter(isText);
	const pair = form && Buffer.from(`${form.user}:${form.password}`).toString('base64');
	return [
		...(callers.length === 0
			? []
			: [
					{
						name: 'what callers sign in with',
						pattern: anyOf([...callers, pair].filter(isText)),
						belongs: isForCallers,
					},
				]),
		...(isText(password) ? [{ name: 'the password of n8n', pattern: anyOf([password]) }] : []),
	];
}

/** The table of contacts, what somebody has typed into a workflow, and executions that failed or were started by hand. */
function isForContacts({ table, dataTable, execution }: StoredPlace): boolean {
	if (table.startsWith('workflow_') || dataTable === 'pinterest_contacts') return true;
	if (execution === undefined) return false;
	const { mode, status, passing } = execution;
	return passing || status !== 'success' || ['manual', 'evaluation'].includes(mode);
}

/** The run of the installer that tells them once, and a call that is about to be deleted. */
function isForCallers({ execution }: StoredPlace): boolean {
	return execution?.workflowId === 'pinAdsInstall' || execution?.passing === true;
}

function encoded(secret: string): string[] {
	return [Buffer.from(`shop:${secret}`).toString('base64'), encodeURIComponent(secret)];
}

function anyOf(texts: readonly string[]): RegExp {
	return new RegExp(
		texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
		'i',
	);
}

interface Kept {
	readonly form?: { readonly user: string; readonly password: string };
	readonly webhook?: { readonly value: string };
	readonly assistant?: { readonly token: string };
	readonly password?: string;
}

function contentOf(file: string): Kept {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : {};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
