import { readApiPath } from '../../../worker/src/rawCall/apiPath.ts';
import { categoryOf } from '../../../worker/src/rawCall/category.ts';
import { readDescription, DISTILLED_FILE } from '../../../simulator/description/files.mts';

it.each([
	['/ad_accounts', '/ad_accounts'],
	['ad_accounts', '/ad_accounts'],
	['/v5/ad_accounts/', '/ad_accounts'],
	['v5/ad_accounts/5/campaigns', '/ad_accounts/5/campaigns'],
	[' /ad_accounts/{ad_account_id}/ads ', '/ad_accounts/{ad_account_id}/ads'],
	['/trends/keywords/DE+AT+CH/top/growing', '/trends/keywords/DE+AT+CH/top/growing'],
	['/users/caf%C3%A9/interests/follow', '/users/caf%C3%A9/interests/follow'],
])('the path %s is %s', (given, path) => {
	expect(readApiPath(given)).toEqual({ path });
});

it.each([
	...['https://api.pinterest.com/v5/ad_accounts', 'http://evil.example.com', 'HTTPS:/pins'],
	...['//evil.example.com/pins', '\\\\evil.example.com', '/\\evil.example.com', 'ftp:pins'],
	...['evil.example.com/pins', '/v5/evil.example.com', 'api.pinterest.com/v5/pins'],
	...['@evil.example.com/pins', 'javascript:alert(1)', ':8080/pins', 'data:text/plain,pins'],
])('a path cannot lead to another host: %s', (given) => {
	const read = readApiPath(given);
	if ('path' in read) {
		const { origin } = new URL(`https://api.pinterest.com/v5${read.path}`);
		expect([origin, given]).toEqual(['https://api.pinterest.com', ':8080/pins']);
	} else expect(read.problem).toMatch(/Pinterest’s API|sign/);
});

it.each([
	...['/ad_accounts/../oauth/token', '/..', './pins', '/pins/./5', '/pins/...', '/%2e%2e/pins'],
	...['/pins/%2E%2E/%2e', '/pins%2f5', '/pins/%5c', '/pins/%252e', '/pins/%00', '/pins//5'],
	...['/pins/5?fields=x', '/pins#5', '/pins/a b', '/pins/\n5', '/pins/%zz', '/pins/<5>', 'pins\\5'],
	...['/oauth/token', '/v5/oauth/conversion_token', '', '/', '/v5', '/v5/', 'x'.repeat(1001)],
	...['/ad_accounts/{ad_account_id}/campaigns/{campaign_id}', '/pins/{ad_account_id}x'],
])('a path that is none is refused: %j', (given) => {
	expect(readApiPath(given)).toEqual({ problem: expect.any(String) });
});

it('says where the query belongs, and what stands for an ID', () => {
	const said = (given: string) => JSON.stringify(readApiPath(given));
	expect(said('/ads?page_size=5')).toMatch(/Query Parameters/);
	expect(said('/pins/{pin_id}')).toMatch(/holds \{pin_id\}: write the ID in its place/);
	expect(said('/oauth/token')).toMatch(/tokens/);
});

it('counts every described call of ads, Pins and trends for the limit that the description names', () => {
	const { paths } = readDescription(DISTILLED_FILE) as {
		paths: Record<string, Record<string, { operationId: string; 'x-ratelimit-category': string }>>;
	};
	const wrong = Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).flatMap(([method, operation]) => {
			const wanted = operation['x-ratelimit-category'];
			const found = categoryOf(method.toUpperCase() as 'GET', path.replace(/\{\w+\}/g, '5'));
			return found === wanted || path.startsWith('/oauth')
				? []
				: [`${operation.operationId}: ${found} instead of ${wanted}`];
		}),
	);
	expect(wrong).toEqual([]);
});
