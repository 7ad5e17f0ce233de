import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
	Description,
	type ApiRequest,
	type Judgement,
} from '../../../simulator/description/description.mts';
import { distill } from '../../../simulator/description/distill.mts';
import { DISTILLED_FILE, readDescription } from '../../../simulator/description/files.mts';
import { OPERATIONS } from '../../../simulator/description/operations.mts';
import { mutated, mutatedRequests, Samples, type Document } from './describedRequests.mts';

const text = readFileSync(DISTILLED_FILE, 'utf8');
const distilled = readDescription(DISTILLED_FILE) as unknown as Document & {
	info: { version: string };
};

describe('the distilled description', () => {
	it('holds names and numbers, and not one sentence', () => {
		const sentences: string[] = [];
		const read = (value: unknown, where: string): void => {
			if (typeof value === 'string' && /\s/.test(value)) sentences.push(`${where}: ${value}`);
			if (typeof value !== 'object' || value === null) return;
			for (const [key, inner] of Object.entries(value)) {
				if (/\s/.test(key)) sentences.push(`${where}: ${key}`);
				read(inner, `${where}/${key}`);
			}
		};
		read(distilled, '');
		expect(sentences).toEqual([
			'/info/title: Pinterest REST API',
			'/x-distilled/script: npm run distill',
		]);
	});

	it('names where it comes from, and has Pinterest’s licence beside it', () => {
		expect(distilled).toMatchObject({
			info: { version: '5.23.0', license: { name: 'MIT' } },
			'x-distilled': { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), notice: 'NOTICE.md' },
		});
		const notice = readFileSync(join(DISTILLED_FILE, '../NOTICE.md'), 'utf8');
		expect(notice).toContain('Copyright © 2021 Pinterest, Inc.');
		expect(notice).toContain('Permission is hereby granted, free of charge');
	});

	it('keeps property names that elsewhere are prose', () => {
		const { description, title } = distilled.components.schemas.PinCreate.properties as Record<
			string,
			object
		>;
		expect([description, title]).toEqual([
			expect.objectContaining({ type: 'string' }),
			expect.objectContaining({ type: 'string' }),
		]);
	});

	it('does not drop a keyword that it does not know', () => {
		const path = { get: { operationId: 'a', responses: {}, 'x-new-limit': 5 } };
		const source = JSON.stringify({
			openapi: '3.0.3',
			info: { title: 'T', version: '1' },
			paths: { '/a': path },
			components: { schemas: {} },
		});
		expect(() => distill(source, ['a'])).toThrow('“x-new-limit” is new');
		expect(() => distill(source, ['b'])).toThrow('lacks b');
	});
});

/** Compiling both descriptions takes half a minute of work, and on a busy machine many minutes. */
const BUSY_MACHINE_MS = 1_800_000;

const original = whereOriginal();
if (original === undefined) {
	const wanted = `../shared/pinterest/openapi-${distilled.info.version}.json, PINTEREST_OPENAPI`;
	it('is not compared here with the original: there is none', () => {
		process.stderr.write(`The original API description is in none of ${wanted}: not compared.\n`);
	});
} else {
	describe('compared with the original', () => {
		const full = JSON.parse(readFileSync(original, 'utf8')) as Document;
		const samples = new Samples(full);
		const described = Object.entries(full.paths)
			.flatMap(([path, methods]) =>
				Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
			)
			.filter(({ operation }) => OPERATIONS.includes(operation.operationId));
		let ours: Description;
		let theirs: Description;

		beforeAll(async () => {
			ours = await Description.load(DISTILLED_FILE);
			theirs = await Description.load(original);
		});

		const compared = (request: ApiRequest): { same: boolean; refused: boolean } => {
			const [a, b] = [ours, theirs].map((one) => {
				const operation = one.match(request.method, request.path);
				return operation && comparable(one.judge(operation, structuredClone(request)));
			});
			return { same: a === b, refused: a === undefined || !a.startsWith('{"violations":[]') };
		};

		it('is what the script makes of it, byte for byte', () => {
			expect(distill(readFileSync(original, 'utf8'), OPERATIONS).text === text).toBe(true);
		});

		it('has the same scopes, categories and ways of writing', () => {
			const facts = (one: Description) =>
				OPERATIONS.map((id) => {
					const found = one.operations().find(({ operationId }) => operationId === id);
					const commaSeparated = [...(found?.commaSeparated ?? [])];
					return { ...found, bodySchema: undefined, commaSeparated };
				});
			expect(facts(ours)).toEqual(facts(theirs));
		});

		it(
			'judges requests the same, good ones and those with one thing wrong',
			() => {
				let refused = 0;
				let judged = 0;
				const different: string[] = [];
				const recorded = recordedRequests();
				const made = described.map((one) => samples.request(one.path, one.method, one.operation));
				for (const good of [...recorded, ...made]) {
					for (const request of [good, ...some(mutatedRequests(good), 40)]) {
						const { same, refused: no } = compared(request);
						judged += 1;
						if (no) refused += 1;
						if (!same) different.push(`${request.method} ${request.path}`);
					}
				}
				expect([...new Set(different)]).toEqual([]);
				expect(recorded.map(compared).filter((one) => one.refused)).toEqual([]);
				expect(recorded.length).toBeGreaterThanOrEqual(80);
				expect(judged).toBeGreaterThan(3000);
				expect(refused).toBeGreaterThan(judged / 2);
			},
			BUSY_MACHINE_MS,
		);

		it(
			'judges answers the same',
			() => {
				let refused = 0;
				let judged = 0;
				const different: string[] = [];
				for (const { operation } of described) {
					for (const { status, body } of samples.answers(operation)) {
						for (const answer of [body, ...some(mutated(body), 10)]) {
							const [a, b] = [ours, theirs].map((one) =>
								one.judgeAnswer(operation.operationId, status, structuredClone(answer)).sort(),
							);
							judged += 1;
							if (a.length > 0) refused += 1;
							if (`${a}` !== `${b}`) different.push(`${operation.operationId} ${status}`);
						}
					}
				}
				expect([...new Set(different)]).toEqual([]);
				expect(judged).toBeGreaterThan(1500);
				expect(refused).toBeGreaterThan(judged / 4);
			},
			BUSY_MACHINE_MS,
		);
	});
}

/** Of the distilled version; another one says other things. */
function whereOriginal(): string | undefined {
	const { version } = distilled.info;
	const beside = resolve(__dirname, `../../../shared/pinterest/openapi-${version}.json`);
	return [process.env.PINTEREST_OPENAPI, beside].find(
		(file) =>
			file &&
			existsSync(file) &&
			(readDescription(file).info as { version?: string }).version === version,
	);
}

/** In an order of its own, as the validator's follows that of the properties. */
const comparable = ({ violations, params, query }: Judgement) =>
	JSON.stringify({ violations: violations.sort(), params, query });

/** At most so many, from everywhere in the list. */
function some<T>(all: Iterable<T>, most: number): T[] {
	const list = [...all];
	const step = Math.max(1, list.length / most);
	return Array.from({ length: Math.min(most, list.length) }, (_, n) => list[Math.floor(n * step)]);
}

/** Requests that the worker sent in the contract tests. */
function recordedRequests(): ApiRequest[] {
	const file = join(__dirname, 'recordedRequests.json');
	return JSON.parse(readFileSync(file, 'utf8')) as ApiRequest[];
}
