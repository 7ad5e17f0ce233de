import type { Download } from '../ports';

/** What is needed of a Node.js stream. */
interface ByteStream extends AsyncIterable<unknown> {
	on(event: 'error', listener: (error: unknown) => void): unknown;
	destroy(): unknown;
}

/** A download over a stream whose headers have arrived. */
export function openDownload(
	status: number,
	stream: ByteStream,
	toFault: (error: unknown) => unknown,
): Download {
	// Whoever reads is told of an error by the reading; one that comes before must not end the process.
	stream.on('error', () => undefined);
	if (status === 200) return { status, body: bytesOf(stream, toFault) };
	stream.destroy();
	return { status, body: nothing() };
}

async function* bytesOf(stream: ByteStream, toFault: (error: unknown) => unknown) {
	try {
		for await (const chunk of stream) yield chunk as Uint8Array;
	} catch (error) {
		throw toFault(error);
	} finally {
		stream.destroy();
	}
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}
