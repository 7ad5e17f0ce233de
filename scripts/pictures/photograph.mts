import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import type { Person } from '../browser/person.mts';
import { root } from '../paths.mts';
import { withPalette } from './palette.mts';

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const FOLDER = join(root, 'docs', 'images');
/** Bytes; a page of docs/ is to be read on a train. */
const LARGEST = 60_000;
/** Around what is photographed, in pixels of the screen. */
const MARGIN = 10;

/** Writes what is around some parts of the page. */
export async function photograph(
	person: Person,
	name: string,
	parts: readonly Locator[],
	largest = LARGEST,
): Promise<void> {
	// What moves has come to rest.
	await sleep(500);
	const clip = around(await Promise.all(parts.map(async (part) => await boxOf(part))));
	const picture = withPalette(await person.page.screenshot({ clip, animations: 'disabled' }));
	if (picture.length > largest) throw new Error(`${name}.png has ${picture.length} bytes.`);
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(join(FOLDER, `${name}.png`), picture);
	console.log(`${name}.png: ${Math.round(picture.length / 1024)} KB`);
}

async function boxOf(part: Locator): Promise<Box> {
	const box = await part.boundingBox();
	if (!box) throw new Error(`${part.toString()} is not on the page.`);
	return box;
}

function around(boxes: readonly Box[]): Box {
	const x = Math.min(...boxes.map((box) => box.x)) - MARGIN;
	const y = Math.min(...boxes.map((box) => box.y)) - MARGIN;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
	return { x, y, width: right - x, height: bottom - y };
}
