import { PinterestAdsError } from '../client/errors';
import { LineEnds } from '../audiences/file/lineEnds';
import { BrokenFile } from '../download/brokenFile';
import { CsvLeads } from './csvLeads';
import { jsonLeads } from './jsonLeads';
import type { Lead } from './lead';

/** The leads of a month of one ad are a few megabytes; what is larger is no such file. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * Reads the file of an export. How it is written is not described, so what is likely is read: a table with a header
 * (CSV, between commas, semicolons or tabs) row by row as it arrives, or JSON.
 *
 * What goes wrong is never said with a word of the file: it is full of people's data.
 * @throws BrokenFile where it is neither, or ends before its end
 * @throws PinterestAdsError `unavailable` for a file that is too large
 */
export async function readLeads(chunks: AsyncIterable<Uint8Array>): Promise<Lead[]> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const lines = new LineEnds();
	const file = new LeadFile();
	for await (const chunk of chunks) {
		file.take(lines.normalised(decoded(() => decoder.decode(chunk, { stream: true }))));
	}
	file.take(lines.normalised(decoded(() => decoder.decode())) + lines.end());
	return file.end();
}

/** What a decoder throws says nothing of the text, and is left out all the same. */
function decoded(decode: () => string): string {
	let text: string | undefined;
	try {
		text = decode();
	} catch {
		text = undefined;
	}
	if (text === undefined) throw new BrokenFile('it is not text');
	return text;
}

/** What is read of the file so far. Its first character that is not blank says how it is written. */
class LeadFile {
	private begun = '';
	private json: string[] | undefined;
	private csv: CsvLeads | undefined;
	private length = 0;

	take(text: string): void {
		this.length += text.length;
		if (this.length > MOST_CHARACTERS) throw tooLarge();
		if (this.csv) this.csv.take(text);
		else if (this.json) this.json.push(text);
		else this.begin(this.begun + text);
	}

	end(): Lead[] {
		if (this.csv) return this.csv.end();
		return this.json ? jsonLeads(this.json.join('')) : [];
	}

	private begin(text: string): void {
		const content = text.trimStart();
		this.begun = content;
		if (content === '') return;
		if (content.startsWith('<')) throw new BrokenFile('it is a web page');
		if (/^[[{]/.test(content)) {
			this.json = [content];
		} else {
			this.csv = new CsvLeads();
			this.csv.take(content);
		}
		this.begun = '';
	}
}

const tooLarge = () =>
	new PinterestAdsError(
		'unavailable',
		'Could not get the leads: the file of the export is too large.',
		{
			hint: 'Ask for fewer days at a time.',
		},
	);
