import type { FoundContacts, FoundCounts } from './findContacts';
import type { ToldFailure } from './told';
import { counted } from '../../values/number';
import { reasonOf } from './told';

/** What became of contacts that came: for a last page, and for whoever called. */
export interface ContactsAdded {
	readonly outcome: 'added' | 'refused' | 'failed';
	readonly title: string;
	readonly message: string;
	/** Empty where it went well. */
	readonly reason: string;
	readonly audience_key: string | null;
	readonly contacts: AddedCounts | null;
}

export interface AddedCounts extends FoundCounts {
	/** Those that the audience did not have yet; valid = added + known. */
	readonly added: number;
	readonly known: number;
}

/** @param isActive what the audience's row says, where it has one */
export function contactsAdded(
	found: FoundContacts,
	added: number,
	isActive: boolean | null | undefined,
): ContactsAdded {
	const { name, audience_key, counts } = found;
	const contacts = { ...counts, added, known: counts.valid - added };
	return {
		outcome: 'added',
		title: added === 0 ? 'Nobody is new' : 'The contacts were added',
		message: paragraphs(
			[
				`${counted(added, 'contact was', 'contacts were')} added to ${found.is_known ? '' : 'the new audience '}“${name}”.`,
				contacts.known > 0 && `${counted(contacts.known, 'was', 'were')} there already.`,
				counts.duplicate > 0 && `Found more than once: ${grouped(counts.duplicate)}.`,
				counts.invalid > 0 && `Left out: ${grouped(counts.invalid)} (${found.left_out}).`,
			],
			[found.is_known && isActive === false ? SWITCHED_OFF : added > 0 && WHEN_SENT],
			found.warnings.map((warning) => `Please note: ${warning}`),
		),
		reason: '',
		audience_key,
		contacts,
	};
}

const WHEN_SENT =
	'The sync of every morning sends them to Pinterest; to send them now, use the form “Sync an audience now”.';
const SWITCHED_OFF =
	'The audience is switched off, so nothing is sent: switch it on in the table pinterest_audiences (column active).';

/** Where there was something wrong with what came, or where it could not be stored. */
export function contactsNotAdded(failure: ToldFailure): ContactsAdded {
	const reason = reasonOf(failure);
	if (failure.kind !== undefined) {
		return {
			...NOTHING,
			outcome: 'refused',
			title: 'Nothing was added',
			message: reason,
			reason,
		};
	}
	return {
		...NOTHING,
		outcome: 'failed',
		title: 'The contacts could not be stored',
		message: paragraphs([reason], [ONCE_MENDED]),
		reason,
	};
}

const NOTHING = { audience_key: null, contacts: null };
const ONCE_MENDED =
	'Some of them may be in the table already. Send them again once this is mended: nobody is added twice. An error message has gone out to whoever looks after this.';

const grouped = (count: number) => count.toLocaleString('en');

const paragraphs = (...all: ReadonlyArray<ReadonlyArray<string | false>>) =>
	all
		.map((sentences) => sentences.filter(Boolean).join(' '))
		.filter((paragraph) => paragraph !== '')
		.join('\n\n');
