import { addKeywordsInput } from '../../../../worker/src';
import { propertyOf } from '../../form/property';

export const MATCH_TYPE_OPTIONS = propertyOf('matchType', addKeywordsInput.fields.matchType)
	.options as Array<{ name: string; value: string; description: string }>;
