import { addressIn } from '../../../../nodes/PinterestAds/install/address.ts';

describe('n8n’s own address', () => {
	it.each([
		[
			'where it would go on',
			'https://n8n.example.com/webhook-waiting/17',
			'https://n8n.example.com',
		],
		[
			'where it would go on, below N8N_PATH',
			'https://example.com/automation/webhook-waiting/17',
			'https://example.com/automation',
		],
		['below N8N_PATH', 'https://example.com/automation/', 'https://example.com/automation'],
		['of its API', 'https://example.com/automation/api/v1', 'https://example.com/automation'],
		[
			'of a page, below N8N_PATH',
			'https://example.com/automation/workflow/abc123',
			'https://example.com/automation',
		],
		['with a port', ' http://localhost:5678 ', 'http://localhost:5678'],
	])('%s', (_, text, address) => {
		expect(addressIn(text, '17')).toBe(address);
	});

	it('is asked for where there is none', () => {
		expect(() => addressIn('n8n', '17')).toThrow('“n8n” is not the address of an n8n.');
	});
});
