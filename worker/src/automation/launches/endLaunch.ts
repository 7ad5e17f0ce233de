import {
	ERROR_KINDS,
	isRetryable,
	isRetryableAfterLooking,
	type ErrorKind,
} from '../../client/errorKinds';
import { isObject } from '../../client/readers';
import { inUtc } from '../../values/time';
import { failedPage, launchedPage, type LaunchAsked } from './launchPage';
import { UNLISTED_MS } from './lease';

/** How a launch has ended: what its row says from then on, the last page, and what the owner is told. */
export interface LaunchEnd {
	readonly status: 'launched' | 'failed';
	/** Null where none exists, as far as is known. */
	readonly campaign_id: string | null;
	readonly title: string;
	/** What there is and what to do, as text. */
	readonly message: string;
	/** The same as markup, with links. */
	readonly page: string;
	/** Empty after a launch that went well. */
	readonly error_kind: string;
	/** From when on the campaign may be launched again: at once, unless the lists may not show all of it. */
	readonly claimed_until: string;
	/** Null after a launch that went well. Nobody tries it again by itself: whoever launches has been told. */
	readonly problem: {
		readonly message: string;
		readonly description: string;
		readonly kind: string;
		readonly retryable: false;
	} | null;
}

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads what a launch gave: its record, or `{ error, message, details }` of one that failed. Whatever it
 * is, there is a page for it.
 * @param ceilingWords where the ceiling is set, as a sentence
 * @param now milliseconds since 1970
 * @param asked the answers of the form, where it has several pages
 */
export function endLaunch(
	given: Given,
	ceilingWords: string,
	now: number,
	asked: LaunchAsked = {},
): LaunchEnd {
	return given.error === undefined || given.error === null
		? launched(given, now, asked)
		: notLaunched(given, ceilingWords, now, asked);
}

function launched(record: Given, now: number, asked: LaunchAsked): LaunchEnd {
	const isOn = record.status === 'ACTIVE';
	const campaign = object(record.campaign);
	const created = Object.values(object(record.created)).flatMap(list);
	const until = record.listed === false ? now + UNLISTED_MS : now;
	const notes = [...list(record.warnings).map(word), unlisted(until, now)].filter(isSaid);
	const lines = [
		`Campaign “${word(campaign.name)}”: ${word(record.id)} (${word(campaign.status)})`,
		...objects(record.ad_groups).flatMap(adGroupLines),
		created.length === 0 ? 'All of it existed already: nothing was created.' : '',
		isOn
			? 'It may deliver from now on.'
			: 'It is paused: nothing is spent until it is switched on, here or in Ads Manager.',
		...notes,
	];
	return {
		status: 'launched',
		campaign_id: word(record.id) || null,
		title: isOn ? 'Launched' : 'Ready, and paused',
		message: lines.filter(isSaid).join('\n'),
		page: launchedPage(record, asked, notes),
		error_kind: '',
		claimed_until: new Date(until).toISOString(),
		problem: null,
	};
}

function adGroupLines(group: Given): string[] {
	const keywords = list(group.keywords).length;
	return [
		`Ad group ${word(group.id)} (${word(group.status)})${keywords > 0 ? `, ${keywords} keywords` : ''}`,
		...objects(group.ads).map(
			(ad) => `Ad ${word(ad.id)} (${word(ad.status)}) of Pin ${word(ad.pin_id)}`,
		),
	];
}

function notLaunched(
	given: Given,
	ceilingWords: string,
	now: number,
	asked: LaunchAsked,
): LaunchEnd {
	const details = object(given.details);
	const error = object(given.error);
	const message = word(given.error) || word(error.message) || 'The launch failed.';
	const description = word(given.message) || word(error.description);
	const kind = word(details.kind) || 'other';
	const until = mayBeUnlisted(details, kind) ? now + UNLISTED_MS : now;
	const overCeiling = details.over_ceiling
		? `Nothing was created or switched on. ${ceilingWords}`
		: '';
	const lines = [message, description, overCeiling, unlisted(until, now)].filter(isSaid);
	return {
		status: 'failed',
		campaign_id: word(object(details.created).campaign_id) || null,
		title: 'Not launched',
		message: lines.join('\n\n'),
		page: failedPage(lines, object(details.created), asked),
		error_kind: kind,
		claimed_until: new Date(until).toISOString(),
		problem: { message, description, kind, retryable: false },
	};
}

const isSaid = (line: string) => line !== '';

/** What was created is not in the lists yet, or an answer was lost and it may exist all the same. */
const mayBeUnlisted = (details: Given, kind: string) =>
	details.listed === false || (isKind(kind) && isToBeLookedFor(kind));

const isKind = (kind: string): kind is ErrorKind => Object.hasOwn(ERROR_KINDS, kind);
const isToBeLookedFor = (kind: ErrorKind) => isRetryableAfterLooking(kind) && !isRetryable(kind);

const unlisted = (until: number, now: number) =>
	until > now
		? `Pinterest’s lists may not show all of it yet. Send this form again at ${inUtc(until)} or later: until then something could be created twice.`
		: '';

const word = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Given => (isObject(value) ? value : {});
const objects = (value: unknown): Given[] => list(value).map(object);
