import { LEVEL, type Level, type LevelName } from './levels';
import { breakdownLevel } from './breakdown/targetingBreakdown';
import type { BrokenDown, TargetingType } from './breakdown/targetingTypes';
import { wrongField } from './wrongField';

export interface AskedLevel {
	readonly level: LevelName;
	readonly breakdownOf?: BrokenDown;
	readonly targetingTypes?: ReadonlyArray<TargetingType | undefined>;
	readonly includeEmpty?: boolean;
}

/**
 * The level that an input means. `keyword` is the ad groups' numbers by keyword, `targeting` the
 * campaigns' by the types given, unless `breakdownOf` names another level.
 * @throws PinterestAdsError `invalid` where it lacks a type, or asks for what cannot be broken down
 */
export function levelOf(asked: AskedLevel): Level {
	const { level, includeEmpty } = asked;
	if (level !== 'keyword' && level !== 'targeting') return LEVEL[level];
	if (includeEmpty) {
		throw wrongField('includeEmpty', 'which values had no activity is not known of a breakdown.', {
			hint: 'Switch it off, or choose another level.',
		});
	}
	if (level === 'keyword') {
		return breakdownLevel({ of: asked.breakdownOf ?? 'adGroup', types: ['KEYWORD'] });
	}
	const given = asked.targetingTypes?.filter((type) => type !== undefined);
	const types = [...new Set(given)];
	if (types.length > 0) return breakdownLevel({ of: asked.breakdownOf ?? 'campaign', types });
	throw wrongField('targetingTypes', 'is missing.', {
		hint: 'Choose by what to break the numbers down, such as KEYWORD, GENDER or AGE_BUCKET.',
	});
}
