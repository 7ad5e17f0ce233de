import { PinterestAdsError } from '../client/errors';
import type { Fields } from '../entities';
import type { Method } from '../ports';

/** One thing that would be different. */
export interface PreviewChange {
	/** Where one request changes several things: which of them. */
	readonly of?: string;
	/** In words: "Daily Spend Cap". */
	readonly field: string;
	/** What it is now, in words, or a list or object as it is; left out: it is not known. */
	readonly from?: unknown;
	readonly to: unknown;
}

/** A request as it would be sent. Contacts and events in it are left out. */
export interface PreviewRequest {
	readonly method: Method;
	readonly path: string;
	readonly body?: unknown;
}

/** What a task would have done. Nothing of it was. */
export interface Preview {
	readonly preview: true;
	/** In one sentence. */
	readonly would: string;
	/** What would be different, from what to what. */
	readonly changes: readonly PreviewChange[];
	/** The next requests, as far as they are known without sending any. */
	readonly requests: readonly PreviewRequest[];
	/** What is there already, where nothing would be sent for it. */
	readonly found?: unknown;
	/** What else is worth knowing: counts of contacts, what of a launch exists. */
	readonly details?: Fields;
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
	/** ISO 4217 of the amounts. */
	readonly currency?: string;
	readonly ad_account_id?: string;
	/** Of what would be changed. */
	readonly id?: string;
}

/**
 * How a task ends in a preview: at the first thing that it would send. Whoever goes on after an error goes on after
 * this, so that every input of a task has its own.
 */
export const endedByPreview = (preview: Omit<Preview, 'preview' | 'warnings'> & Partial<Preview>) =>
	new PinterestAdsError('previewed', preview.would, {
		details: { preview: { warnings: [], ...preview, preview: true } },
	});

/** What an error says that would have been done; undefined for any other error. */
export function previewIn(error: PinterestAdsError): Preview | undefined {
	return error.kind === 'previewed' ? (error.details?.preview as Preview) : undefined;
}

/** The same end with more said of it; any other error as it is. */
export function withPreview(
	error: PinterestAdsError,
	more: (preview: Preview) => Partial<Preview>,
): PinterestAdsError {
	const preview = previewIn(error);
	return preview === undefined ? error : endedByPreview({ ...preview, ...more(preview) });
}

/** The same end with warnings before its own. */
export const withWarnings = (error: PinterestAdsError, warnings: readonly string[]) =>
	withPreview(error, (preview) => ({ warnings: [...warnings, ...preview.warnings] }));
