import type { ApiOperation } from '../description/description.mts';

const ADVERTISING = ['OWNER', 'ADMIN', 'CAMPAIGN_MANAGER'];

/** Who may do what on an ad account: the roles that the API description names per operation. */
export function permitted(operation: ApiOperation, roles: readonly string[]): boolean {
	if (roles.length === 0) return false;
	const wanted = wantedRoles(operation);
	return wanted === undefined || roles.some((role) => wanted.includes(role));
}

function wantedRoles({ operationId, method, category }: ApiOperation): string[] | undefined {
	if (operationId === 'events/create') return [...ADVERTISING, 'ANALYST', 'AUDIENCE_MANAGER'];
	if (category.startsWith('catalogs_')) return ['OWNER', 'ADMIN', 'CATALOGS_MANAGER'];
	if (method === 'get' || operationId === 'analytics/create_report') return undefined;
	if (/^(audiences|customer_lists)\//.test(operationId)) {
		return [...ADVERTISING, 'AUDIENCE_MANAGER'];
	}
	if (operationId === 'leads_export/create') return ADVERTISING;
	return /^(campaigns|ad_groups|ads|keywords|product_group_promotions)\/(create|update)$/.test(
		operationId,
	)
		? ADVERTISING
		: undefined;
}
