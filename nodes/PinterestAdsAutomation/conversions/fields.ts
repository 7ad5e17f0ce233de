import { nodeName } from '../nodeName';

export const conversionsFrom = nodeName(
	'conversionsFrom',
	'Conversions From',
	'Conversion',
	'that takes the conversions in: Pinterest Ads Trigger',
);

export const connectionsFrom = nodeName(
	'connectionsFrom',
	'Connections From',
	'Connection',
	'that has read the table pinterest_connection',
);
