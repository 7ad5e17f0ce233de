import { readInput } from '../../fields/inputs';
import type { Explained } from '../records/recordBatches';
import type { Say } from '../records/recordFields';
import { dividedAt } from './column';
import { ColumnReader } from './columnReader';
import { recordFileInput, type RecordFileOptions } from './fileOptions';
import { JsonLines } from './jsonLines';
import { layoutOf, type Layout } from './layout';
import { ListReader } from './listReader';
import { decodedText, type Chunks } from './decodedText';

/**
 * The records of a CSV, TXT or NDJSON file, for `records` of {@link syncAudience}: in groups, one per
 * piece that is read, so that memory holds a piece and not the file.
 *
 * - csv: one column of a table, found by its header or content, or given by name or number;
 * - txt: records divided by commas, semicolons, tabs or line ends, unless it turns out to be a table;
 * - ndjson: one JSON value per line, searched like `recordsFromValue` does.
 *
 * UTF-8 and UTF-16 with or without byte-order mark, Latin-1 where it is not UTF-8. Blank lines are none.
 * A quotation mark out of its place is an error: nobody can say then where a row ends, and who would be
 * lost. So is a file that ends within a quoted cell, a character or a JSON value.
 * @param chunks the file's bytes in pieces of any size
 * @param say what a person should know although it was read
 * @throws PinterestAdsError `invalid`, once it is read: an empty file, a workbook, no such column
 */
export function recordsFromFile(
	chunks: Chunks,
	options: RecordFileOptions = {},
	say: Say = () => undefined,
): AsyncGenerator<unknown[], void, undefined> & Explained {
	const seen: { layout?: Layout } = {};
	const whyNone = () => ({ hint: whatWasRead(seen.layout) });
	return Object.assign(groupsIn(chunks, options, say, seen), { whyNone });
}

function whatWasRead(layout: Layout | undefined): string {
	if (layout?.kind !== 'table') {
		return 'Check that it is the right file, in the format in which it was read, and the list type.';
	}
	return `The file was read as a table, and its column ${layout.column + 1} was taken. If the records are in another one, choose it. ${dividedAt(layout.delimiter)}`;
}

async function* groupsIn(
	chunks: Chunks,
	options: RecordFileOptions,
	say: Say,
	seen: { layout?: Layout },
): AsyncGenerator<unknown[], void, undefined> {
	const settings = readInput(recordFileInput, options);
	let reader: Reader | undefined;
	let head = '';
	for await (const piece of decodedText(chunks)) {
		if (reader) {
			yield reader.read(piece, false);
			continue;
		}
		head += piece;
		if (head.length <= HEAD) continue;
		reader = readerFor(layoutOf(head.slice(0, HEAD), false, settings));
		yield reader.read(head, false);
	}
	if (reader) {
		yield reader.read('', true);
	} else {
		yield readerFor(layoutOf(head, true, settings)).read(head, true);
	}

	function readerFor(layout: Layout): Reader {
		seen.layout = layout;
		switch (layout.kind) {
			case 'table':
				return new ColumnReader(layout, settings.listType, say);
			case 'list':
				return new ListReader(layout.separator, layout.skipsFirstLine);
			case 'lines':
				return new JsonLines(settings);
		}
	}
}

/** What is decided about a file is decided by so many characters, however it arrives. */
const HEAD = 1 << 15;

interface Reader {
	/** The records in what has come so far. */
	read(piece: string, final: boolean): unknown[];
}
