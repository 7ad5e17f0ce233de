import { PinterestAdsError } from '../client/errors';
import { fieldName } from '../input';

/**
 * What reading one event brought to light. A problem keeps the event from being sent; a warning goes
 * into its result. Both name the field and never quote the value, which may be somebody's address.
 */
export class Findings {
	readonly warnings: string[] = [];
	private readonly problems: Array<{ field: string; message: string }> = [];

	problem(field: string, message: string, position?: number): void {
		const path = position === undefined ? [field] : [field, position];
		this.problems.push({ field: fieldName(path), message });
	}

	warn(field: string, message: string, position?: number): void {
		const path = position === undefined ? [field] : [field, position];
		this.warnings.push(`${fieldName(path)}: ${message}`);
	}

	get hasProblems(): boolean {
		return this.problems.length > 0;
	}

	toError(): PinterestAdsError {
		const { problems } = this;
		const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
		return new PinterestAdsError('invalid', `The conversion was not sent. ${text.join('; ')}`, {
			field: problems[0].field || undefined,
			details: problems.length > 1 ? { problems } : undefined,
		});
	}
}

/** What forms and tables send for "not filled in"; text of nothing but white space is no value either. */
export const isAbsent = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
