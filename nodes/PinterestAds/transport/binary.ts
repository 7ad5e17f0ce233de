import type { IBinaryData, IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import type { OutputFile } from '../operation';

/**
 * A file of an input item, piece by piece: n8n keeps large files outside of the item, and then they
 * are never in memory as a whole.
 */
export async function* binaryChunks(
	functions: IExecuteFunctions,
	item: number,
	field: string,
): AsyncGenerator<Uint8Array, void, undefined> {
	yield* chunksOf(functions, functions.helpers.assertBinaryData(item, field));
}

/** The same of a file that some other node has given. */
export async function* chunksOf(
	{ helpers }: IExecuteFunctions,
	binary: IBinaryData,
): AsyncGenerator<Uint8Array, void, undefined> {
	if (binary.id === undefined) {
		yield Buffer.from(binary.data, 'base64');
		return;
	}
	const stream = await helpers.getBinaryStream(binary.id);
	for await (const chunk of stream) yield chunk as Uint8Array;
}

/** The name of an input item's file, where it has one. */
export function binaryFileName(
	functions: IExecuteFunctions,
	item: number,
	field: string,
): string | undefined {
	const { fileName, fileExtension } = functions.helpers.assertBinaryData(item, field);
	return fileName ?? (fileExtension && `file.${fileExtension}`);
}

/** Files for an output item; n8n keeps them where it is set up to. */
export async function preparedFiles(
	{ helpers }: IExecuteFunctions,
	files: Readonly<Record<string, OutputFile>>,
): Promise<IBinaryKeyData> {
	const prepared: IBinaryKeyData = {};
	for (const [field, { content, fileName, mimeType }] of Object.entries(files)) {
		prepared[field] = await helpers.prepareBinaryData(Buffer.from(content), fileName, mimeType);
	}
	return prepared;
}
