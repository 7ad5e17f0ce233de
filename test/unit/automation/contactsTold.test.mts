import {
	contactsAdded,
	contactsNotAdded,
} from '../../../worker/src/automation/contacts/contactsAdded.ts';
import {
	notSyncedAnswer,
	syncAnswer,
	syncPage,
} from '../../../worker/src/automation/contacts/syncAnswer.ts';

const found = {
	audience_key: 'newsletter',
	name: 'Newsletter',
	list_type: 'EMAIL',
	is_known: true,
	records: [],
	counts: { received: 1_164, valid: 1_150, invalid: 4, duplicate: 10 },
	left_out: '3 without @, 1 empty',
	warnings: [],
} as const;

describe('the last page of added contacts', () => {
	it('says how many were added, were there already, and were left out and why', () => {
		expect(contactsAdded(found, 1_100, true)).toEqual({
			outcome: 'added',
			title: 'The contacts were added',
			message:
				'1,100 contacts were added to “Newsletter”. 50 were there already. Found more than once: 10. Left out: 4 (3 without @, 1 empty).\n\nThe sync of every morning sends them to Pinterest; to send them now, use the form “Sync an audience now”.',
			reason: '',
			audience_key: 'newsletter',
			contacts: { ...found.counts, added: 1_100, known: 50 },
		});
	});

	it.each([
		[
			'one in a new audience',
			{ is_known: false, counts: { received: 1, valid: 1, invalid: 0, duplicate: 0 } },
			1,
			true,
			/^1 contact was added to the new audience “Newsletter”\.\n\nThe sync of every morning/,
		],
		[
			'nobody new',
			{ counts: { received: 1, valid: 1, invalid: 0, duplicate: 0 } },
			0,
			true,
			/^0 contacts were added to “Newsletter”. 1 was there already\.$/,
		],
		['an audience that is switched off', {}, 3, false, /switched off, so nothing is sent/],
		[
			'what to know about the file',
			{ warnings: ['Two rows were not read.'] },
			3,
			true,
			/Please note: Two rows were not read\.$/,
		],
	])('says it for %s', (_what, more, added, isActive, message) => {
		expect(contactsAdded({ ...found, ...more }, added, isActive).message).toMatch(message);
	});

	it('says what is wrong with a file, in the words that it was refused with', () => {
		const failure = {
			error: 'No column seems to hold email addresses.',
			hint: 'Choose it',
			kind: 'invalid',
		};
		expect(contactsNotAdded(failure)).toMatchObject({
			outcome: 'refused',
			title: 'Nothing was added',
			message: 'No column seems to hold email addresses. Choose it.',
			contacts: null,
		});
	});

	it('says that they could not be stored', () => {
		expect(contactsNotAdded({ error: 'Data tables are full' })).toMatchObject({
			outcome: 'failed',
			title: 'The contacts could not be stored',
			message: expect.stringMatching(/^Data tables are full\.\n\n.*nobody is added twice/s),
		});
	});
});

describe('the answer to a request to sync', () => {
	const counts = { ...found.counts, added: 2, known: 1_148 };

	it.each([
		['synced', 200],
		['error', 502],
		['skipped', 409],
		['resting', 409],
		['anything else', 409],
	])('where the outcome is %s has the status %i', (outcome, status) => {
		const row = { outcome, reason: 'Because.', name: 'A' };
		expect(syncAnswer(row)).toEqual({ status, answer: row });
		expect(syncAnswer(row, counts)).toEqual({ status, answer: { ...row, contacts: counts } });
	});

	it.each([
		[
			{ error: 'audience: is missing.', hint: 'Name it.', kind: 'invalid' },
			400,
			'refused',
			'audience: is missing. Name it.',
		],
		[
			{ error: 'There is none', hint: 'Send', kind: 'not-found' },
			404,
			'unknown',
			'There is none. Send.',
		],
		[
			{ error: 'Tables are full' },
			500,
			'failed',
			expect.stringMatching(
				/^The contacts could not be stored: Tables are full\. Nothing was synced/,
			),
		],
	])('where nothing was synced says why: %j', (failure, status, outcome, reason) => {
		expect(notSyncedAnswer(failure)).toEqual({ status, answer: { outcome, reason } });
	});
});

describe('the last page of a sync', () => {
	const row = {
		name: 'Newsletter',
		audience_key: 'newsletter',
		reason: 'Because.',
		list_type: 'EMAIL',
	};
	const synced = {
		...row,
		outcome: 'synced',
		reason: '',
		contacts_sent: 1_200,
		contacts_duplicate: 10,
		contacts_invalid: 4,
		customer_list_id: '7',
		pinterest_audience_id: '8',
		warning: 'Few.',
	};

	it.each([
		[
			synced,
			'“Newsletter” is synced',
			'1,200 contacts are in the Customer List 7 at Pinterest. There more than once: 10. Left out, as no email address: 4.\n\nThe audience is live in Ads Manager, under Audiences (ID 8). Pinterest takes 24 to 48 hours to match the contacts; ads reach them after that.\n\nPlease note: Few.',
		],
		[
			{
				...synced,
				contacts_sent: 120,
				contacts_duplicate: 0,
				contacts_invalid: 1,
				list_type: 'MAID',
				warning: '',
			},
			'“Newsletter” is synced',
			expect.stringMatching(
				/^120 contacts are in .* Left out, as no device ID: 1\.\n\n.*after that\.$/s,
			),
		],
		[
			{ ...row, outcome: 'error' },
			'“Newsletter” was not synced',
			'Because.\n\nPut right what this says, then sync again: nothing is created twice at Pinterest.',
		],
		[
			{ ...row, outcome: 'skipped' },
			'“Newsletter” is being synced already',
			'Because. Look at its row in the table pinterest_audiences in a few minutes.',
		],
		[{ ...row, outcome: 'resting' }, 'Nothing was sent', 'Because.'],
	])('says what came of %j', (outcome, title, message) => {
		expect(syncPage(outcome)).toEqual({ title, message });
	});
});
