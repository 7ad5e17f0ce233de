import { DARK, LIGHT, type Palette } from '../../page/palette';

/** Those of the report, and what says good, take care and bad. Every text has 4.5:1 at least. */
export interface DashboardPalette extends Palette {
	readonly good: string;
	readonly warn: string;
	readonly bad: string;
	readonly accent: string;
	readonly onAccent: string;
	readonly goodGround: string;
	readonly warnTint: string;
	readonly badGround: string;
	readonly faint: string;
}

export const LIGHT_DASHBOARD: DashboardPalette = {
	...LIGHT,
	...{ good: '#17693f', warn: '#7a4d00', bad: '#a3161c' },
	...{ accent: '#b3122b', onAccent: '#ffffff' },
	...{ goodGround: '#e2f4ea', warnTint: '#fff1cf', badGround: '#fde7e7', faint: '#c3c9d1' },
};

export const DARK_DASHBOARD: DashboardPalette = {
	...DARK,
	...{ good: '#7fd6a6', warn: '#f2c46b', bad: '#ff9e9b' },
	...{ accent: '#ff8fa0', onAccent: '#2a0308' },
	...{ goodGround: '#14301f', warnTint: '#352905', badGround: '#3d1716', faint: '#535b66' },
};
