/** The files of a tar, by their paths. */
export function untar(tar: Uint8Array): Map<string, string> {
	const bytes = Buffer.from(tar);
	const files = new Map<string, string>();
	for (let at = 0; bytes[at] !== 0;) {
		const path = bytes.toString('latin1', at, at + 100).split('\0')[0];
		const size = parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
		files.set(path, bytes.toString('utf8', at + 512, at + 512 + size));
		at += 512 + Math.ceil(size / 512) * 512;
	}
	return files;
}
