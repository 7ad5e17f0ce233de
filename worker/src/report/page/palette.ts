/** Colours by what they are for. Every text has 4.5:1 at least on every ground that it is set on. */
export interface Palette {
	readonly ground: string;
	readonly surface: string;
	readonly text: string;
	readonly muted: string;
	readonly line: string;
	readonly warnGround: string;
	readonly warnText: string;
	/** Of a change for the better, and for the worse. */
	readonly good: string;
	readonly bad: string;
	/** What was before, behind or beside what is. */
	readonly before: string;
	readonly spend: string;
	readonly impressions: string;
	readonly clicks: string;
	readonly conversions: string;
}

export const LIGHT: Palette = {
	ground: '#f4f5f7',
	surface: '#ffffff',
	text: '#1b1f24',
	muted: '#565d66',
	line: '#d8dce1',
	warnGround: '#fff3d1',
	warnText: '#573c00',
	good: '#17693f',
	bad: '#b3261e',
	before: '#8a929c',
	spend: '#a8324a',
	impressions: '#2b6a9b',
	clicks: '#2a7a57',
	conversions: '#7449ad',
};

export const DARK: Palette = {
	ground: '#14171b',
	surface: '#1d2126',
	text: '#eef0f2',
	muted: '#adb4bd',
	line: '#3a4048',
	warnGround: '#3a2d0a',
	warnText: '#ffe3a3',
	good: '#7ed3a1',
	bad: '#ff9d94',
	before: '#8f98a3',
	spend: '#f0899d',
	impressions: '#7db7e6',
	clicks: '#72c89f',
	conversions: '#c0a2ee',
};

/** Relative luminance and contrast as WCAG 2.2 defines them. */
export function contrast(a: string, b: string): number {
	const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((start) => {
		const part = parseInt(colour.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
