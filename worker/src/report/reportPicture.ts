import { htmlEmail } from './email/email';
import { htmlPage } from './page/page';
import type { PictureInput } from './pictureInput';
import { storyOf } from './story';
import type { Totals } from './reportTotals';

export type { PictureInput } from './pictureInput';
export type { Totals } from './reportTotals';

/** What is drawn of metrics, for a browser and for a mail. */
export interface ReportPicture {
	/** Account and period in words. */
	title: string;
	/** For a mail: one line, with the period and what was spent. */
	subject: string;
	totals: Totals;
	/** A whole page that loads nothing and runs nothing: for a browser, as a file. */
	html: string;
	/** The body of a mail: tables and inline styles, below 100 KB. */
	email_html: string;
}

/**
 * Draws what fetchMetrics gave. Sums are exact; ratios are those of the sums; what Pinterest counts
 * once per person is not summed. A time without rows counts as 0, as rows in which nothing happened
 * are left out; rows without a value for a column are a gap.
 * @param input the result of fetchMetrics with `ad_account_name` and, where days are not UTC,
 * `time_zone`
 */
export function createReportPicture(input: PictureInput): ReportPicture {
	const story = storyOf(input);
	const { title, subject, totals } = story;
	return { title, subject, totals, html: htmlPage(story), email_html: htmlEmail(story) };
}
