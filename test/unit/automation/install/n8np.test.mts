import fc from 'fast-check';
import { crc32, gunzipSync } from 'node:zlib';
import { crc32 as ours, gzipStored } from '../../../../nodes/PinterestAds/install/n8np/gzip.ts';
import { importForm } from '../../../../nodes/PinterestAds/install/n8np/form.ts';
import { n8npOf } from '../../../../nodes/PinterestAds/install/n8np/n8np.ts';
import { tarOf } from '../../../../nodes/PinterestAds/install/n8np/tar.ts';
import { untar } from './untar.mts';

const NOW = Date.UTC(2026, 10, 30);

describe('a gzipped file', () => {
	it('is read as what it was, whatever its length', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 500 }), (content) => {
				expect(new Uint8Array(gunzipSync(gzipStored(content)))).toEqual(content);
				expect(ours(content)).toBe(crc32(content));
			}),
		);
	});

	it.each([0, 1, 65_534, 65_535, 65_536, 131_070, 200_000])('of %i bytes', (length) => {
		const content = Buffer.alloc(length, 'pin');
		expect(gunzipSync(gzipStored(content)).equals(content)).toBe(true);
	});
});

describe('a tar', () => {
	it('has its files in their order', () => {
		const files = [
			{ path: 'manifest.json', content: '{}' },
			{ path: 'workflows/a/workflow.json', content: 'ü'.repeat(300) },
			{ path: 'empty', content: '' },
		];
		expect([...untar(tarOf(files, NOW))]).toEqual(
			files.map(({ path, content }) => [path, content]),
		);
	});

	it('has headers whose sums are right, and ends with two empty blocks', () => {
		const tar = Buffer.from(tarOf([{ path: 'a', content: 'b' }], NOW));
		const header = Buffer.from(tar.subarray(0, 512));
		const sum = parseInt(header.toString('latin1', 148, 154), 8);
		header.fill(' ', 148, 156);
		expect(header.reduce((total, byte) => total + byte, 0)).toBe(sum);
		expect(tar.subarray(1024).equals(Buffer.alloc(1024))).toBe(true);
	});

	it('refuses a path that does not fit', () => {
		expect(() => tarOf([{ path: 'a'.repeat(101), content: '' }], NOW)).toThrow(RangeError);
	});
});

it('names each credential once, with the workflows that use it', () => {
	const node = (id: string) => ({
		...{ id: 'n', name: 'N', type: 't', parameters: {} },
		credentials: { smtp: { id, name: 'Mail' } },
	});
	const workflow = (id: string, mail: string) => ({
		...{ id, name: id, connections: {}, nodes: [node(mail), node(mail)] },
	});
	const content = n8npOf([workflow('a', '1'), workflow('b', '1'), workflow('c', '2')], NOW);
	const files = untar(gunzipSync(content));
	expect([...files.keys()][0]).toBe('manifest.json');
	expect(JSON.parse(files.get('manifest.json')!)).toMatchObject({
		packageFormatVersion: '1',
		requirements: {
			credentials: [
				{ id: '1', name: 'Mail', type: 'smtp', usedByWorkflows: ['a', 'b'] },
				{ id: '2', name: 'Mail', type: 'smtp', usedByWorkflows: ['c'] },
			],
		},
	});
});

it('is sent as a form, with its fields before it', async () => {
	const file = n8npOf([], NOW);
	const { mimeType, content } = importForm(file, { projectId: 'project1' });
	const headers = { 'content-type': mimeType };
	const form = await new Response(Buffer.from(content), { headers }).formData();
	expect(form.get('projectId')).toBe('project1');
	const sent = form.get('package') as File;
	expect([sent.name, sent.type]).toEqual(['package.n8np', 'application/gzip']);
	expect(Buffer.from(await sent.arrayBuffer()).equals(Buffer.from(file))).toBe(true);
});
