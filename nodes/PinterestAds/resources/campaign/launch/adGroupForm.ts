import { createAdGroupInput } from '../../../../../worker/src';
import { formOf } from '../../../form/form';
import { GOAL, TARGETING, TARGETING_SHOWN, TARGETING_SINCE_1_1 } from '../../adGroup/layout';

/** Parts of the form of an ad group that a launch has as well. */

const { fields } = createAdGroupInput;
const { optimizationGoal } = fields;

export const goalForm = formOf(
	{ optimizationGoal },
	{ first: [GOAL], without: ['optimizationGoal'] },
);

const names = TARGETING.flatMap((place) => (typeof place === 'string' ? [place] : place.fields));
const targeting = Object.fromEntries(names.map((name) => [name, fields[name]])) as Pick<
	typeof fields,
	(typeof names)[number]
>;

export const targetingForm = formOf(targeting, {
	first: TARGETING,
	shown: TARGETING_SHOWN,
	sinceVersion1_1: TARGETING_SINCE_1_1,
});
