import type { AudienceRow } from '../../../automation/tables';
import type { Pressed } from '../dashboardInput';
import type { PlatformWords } from '../platformWords';
import { counted } from '../../../values/number';
import { momentOf, since } from '../times';

/** What is said first after a button was pressed. */
export interface Answered {
	readonly tone: 'good' | 'warn' | 'bad';
	readonly title: string;
	readonly text: string;
}

const LOOK_AGAIN = 'Choose Look again in a few minutes: the cards say how it went.';

/** By the audience's row as it is now, so that an old address never tells an old tale. */
export function answerTo(
	{ outcome, audienceKey }: Pressed,
	audiences: readonly AudienceRow[] | null,
	now: number,
	words: PlatformWords,
): Answered {
	const row = audiences?.find(({ audience_key: key }) => key === audienceKey && key !== '');
	const name = `“${row?.name || audienceKey}”`;
	switch (outcome) {
		case 'started':
			return audienceKey === ''
				? {
						tone: 'good',
						title: 'The audiences are being synced',
						text: `One after another, about a second each, more for large ones. ${LOOK_AGAIN}`,
					}
				: {
						tone: 'good',
						title: `${name} is being synced`,
						text: `It is large, so this takes some minutes. ${LOOK_AGAIN}`,
					};
		case 'skipped':
			return {
				tone: 'warn',
				title: `${name} was left alone`,
				text: `Another run is at it already, or it is switched off. ${LOOK_AGAIN}`,
			};
		case 'resting':
			return {
				tone: 'bad',
				title: 'Nothing was sent',
				text: 'Pinterest is not connected: see above what to do.',
			};
		case 'unknown':
			return {
				tone: 'bad',
				title: 'There is no such audience',
				text: 'It may have been deleted since this page was made.',
			};
		case 'stale':
			return {
				tone: 'warn',
				title: 'Nothing was done',
				text: 'The page with that button was too old. This one is new: press the button again.',
			};
		case 'failed':
			return {
				tone: 'bad',
				title: 'The sync could not be run',
				text: words.startSync,
			};
		default:
			return row === undefined
				? { tone: 'warn', title: 'The sync has ended', text: 'See the audience’s card.' }
				: ended(row, name, now);
	}
}

function ended(row: AudienceRow, name: string, now: number): Answered {
	if (row.sync_status !== 'synced') {
		return {
			tone: 'bad',
			title: `${name} was not synced`,
			text: row.error_message || 'See its card for the reason.',
		};
	}
	const at = momentOf(row.last_synced_at);
	const sent = counted(row.contacts_sent ?? 0, 'contact was', 'contacts were');
	return {
		tone: 'good',
		title: `${name} is synced`,
		text: `${sent} sent to Pinterest${at === undefined ? '' : ` ${since(at, now)}`}. Pinterest takes 24 to 48 hours to match them; ads reach them after that.`,
	};
}
