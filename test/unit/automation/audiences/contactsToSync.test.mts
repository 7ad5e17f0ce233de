import { contactsToSync } from '../../../../worker/src/automation/audiences/contactsToSync.ts';
import { audience } from './rows.mts';

const records = (contacts: readonly object[]) => contactsToSync(contacts, audience()).records;

it('makes one audience of all its contacts', () => {
	const row = audience({ pinterest_audience_id: '11', customer_list_id: '22', list_type: 'IDFA' });
	expect(contactsToSync([{ record: 'a@example.com' }, { record: null }], row)).toEqual({
		audience_key: 'newsletter',
		name: 'Newsletter',
		list_type: 'IDFA',
		pinterest_audience_id: '11',
		customer_list_id: '22',
		records: ['a@example.com', null],
	});
	expect(contactsToSync([], audience())).toMatchObject({ list_type: 'EMAIL' });
});

it('leaves out what has no record beside contacts that have one', () => {
	expect(records([{ record: 'a@example.com' }, { note: 'total' }])).toEqual(['a@example.com']);
});

it('takes an empty item for none', () => {
	expect(records([{}])).toEqual([]);
});

it('names the fields of contacts without a record, and never what is in them', () => {
	const contacts = [{ email: 'ada@example.com', Name: 'Ada' }];
	expect(() => records(contacts)).toThrow('The contact has no field record.');
	expect(() => records([...contacts, ...contacts])).toThrow(
		'None of the 2 contacts has a field record.',
	);
	try {
		records(contacts);
	} catch (error) {
		expect(JSON.stringify(error)).not.toContain('ada@');
		expect(error).toMatchObject({ hint: expect.stringMatching(/fields email, Name\.$/) });
	}
});
