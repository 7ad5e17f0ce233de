import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * A file of an input item, piece by piece: n8n keeps large files outside of the item, and then they
 * are never in memory as a whole.
 */
export async function* binaryChunks(
	functions: IExecuteFunctions,
	item: number,
	field: string,
): AsyncGenerator<Uint8Array, void, undefined> {
	const binary = functions.helpers.assertBinaryData(item, field);
	if (binary.id === undefined) {
		yield Buffer.from(binary.data, 'base64');
		return;
	}
	const stream = await functions.helpers.getBinaryStream(binary.id);
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
