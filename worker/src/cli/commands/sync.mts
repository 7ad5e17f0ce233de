import {
	failed,
	isPinterestAdsError,
	previewed,
	recordFileInput,
	recordsFromFile,
	recordsFromValue,
	succeeded,
	syncAudience,
	syncAudienceInput,
	type AudienceToSync,
	type RecordFileOptions,
	type RecordSource,
	type RecordSourceOptions,
	type WorkerContext,
} from '../../index.ts';
import type { Answer, Call, Command } from '../command.mts';
import { givenOf, optionsFor } from '../declaredOptions.mts';
import { EXIT, exitOf } from '../exitCodes.mts';
import type { Line } from '../format.mts';
import {
	beginning,
	formatOf,
	openSource,
	parsed,
	textOf,
	type InputFormat,
	type Source,
} from '../input.mts';
import { inWords } from '../itemAnswers.mts';
import type { Progress } from '../progress.mts';
import { previousOption } from './sharedOptions.mts';

const AUDIENCE = [
	...[
		'name',
		'listType',
		'audienceId',
		'customerListId',
		'description',
		'mode',
		'maxRemovalPercent',
	],
	...['hashing', 'maxMinutes', 'waitForReadyMs', 'maxRecordsPerBatch', 'maxBytesPerBatch'],
];
const FILE = ['column', 'delimiter', 'hasHeader', 'path'];

export const sync: Command = {
	name: 'sync',
	summary: 'put contacts into a customer list audience',
	description:
		'Reads contacts from a file or a pipe (CSV, TXT, NDJSON, JSON), puts them into a Customer List, and the list into an audience, which is found by its name or created. The contacts are never held as a whole, and none of them is printed.',
	argument: ['[file]', 'the contacts; - or nothing: what comes through a pipe'],
	options: [
		...optionsFor(syncAudienceInput.fields, AUDIENCE),
		previousOption(),
		...optionsFor(recordFileInput.fields, FILE),
	],
	writes: true,
	examples: [
		'illixis-pinterest sync contacts.csv --name "Newsletter subscribers"',
		'illixis-pinterest sync today.csv --name Customers --mode mirror --previous yesterday.csv --preview',
	],
	async run(call) {
		const { context } = call;
		const input = {
			...givenOf(AUDIENCE, call.options),
			records: await recordsIn(call, call.args[0], 'Records'),
			...(typeof call.options.previous === 'string' && {
				previousRecords: await recordsIn(call, call.options.previous, 'Previous Records'),
			}),
		} as AudienceToSync;
		if (context.preview) return await previewOf(context, input);
		try {
			const record = await syncAudience(context, input);
			return answer({ ...record }, record.warnings, [], EXIT.fine);
		} catch (error) {
			const record = isPinterestAdsError(error) ? error.details?.record : undefined;
			if (!isPinterestAdsError(error) || record === undefined) throw error;
			// With all that is known so far, to be stored.
			return answer(record as Line, [], [inWords(error)], exitOf(error));
		}
	},
};

async function previewOf(context: WorkerContext, input: AudienceToSync): Promise<Answer> {
	const [outcome] = await previewed(context, async (looking) => [
		await syncAudience(looking, input).then(succeeded, (error: unknown) => {
			if (isPinterestAdsError(error)) return failed(error);
			throw error;
		}),
	]);
	if (!outcome.ok) throw outcome.error;
	const { warnings, ...record } = outcome.record;
	return {
		json: { ...record, warnings },
		lines: [{ ...record, ...record.details }],
		isOne: true,
		columns: ['would'],
		warnings,
		exit: EXIT.fine,
	};
}

function answer(
	record: Line,
	warnings: readonly string[],
	failures: readonly string[],
	exit: number,
): Answer {
	const { counts, ...about } = record;
	return {
		json: record,
		lines: [{ ...about, ...(counts as Line | undefined) }],
		isOne: true,
		columns: [
			...['name', 'sync_status', 'pinterest_audience_id', 'audience_status', 'received', 'valid'],
			...['invalid', 'duplicate', 'sent', 'removed'],
		],
		...{ warnings, failures, exit },
	};
}

/** Opened when the records are needed, so that they are never held as a whole, unless they are one JSON text. */
async function recordsIn(
	{ options, progress }: Call,
	path: string | undefined,
	field: string,
): Promise<RecordSource> {
	const source = await openSource(path);
	return (say) => counted(read(source, options, field, say), progress, field);
}

async function* read(
	{ path, bytes }: Source,
	options: Call['options'],
	field: string,
	say: (message: string) => void,
): AsyncGenerator<unknown[], void, undefined> {
	const { head, whole } = await beginning(bytes);
	const format = (options.inputFormat as InputFormat | undefined) ?? formatOf(path, head);
	const listType = options.listType as RecordFileOptions['listType'];
	if (format === 'json') {
		const how: RecordSourceOptions = {
			...{ listType, field },
			path: options.path as string | undefined,
			complete: options.mode === 'mirror',
		};
		yield recordsFromValue(parsed(await textOf(whole)), how, say);
		return;
	}
	const settings = {
		...givenOf(FILE, options),
		listType,
		fileName: path,
		// What a CSV file is, its content tells better: many are a list.
		...(options.inputFormat !== undefined || format === 'ndjson' ? { format } : {}),
		...(/^\d+$/.test(String(options.column)) ? { column: Number(options.column) } : {}),
	} as RecordFileOptions;
	yield* recordsFromFile(whole, settings, say);
}

async function* counted(
	groups: AsyncIterable<unknown[]>,
	progress: Progress,
	field: string,
): AsyncGenerator<unknown[], void, undefined> {
	let count = 0;
	for await (const group of groups) {
		count += group.length;
		progress.count(`${count.toLocaleString('en-US')} ${field.toLowerCase()} read`);
		yield group;
	}
}
