import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { nodeOnSimulator } from '../onSimulator.mts';

it('docs/coming-from.md shows an event mapped for Segment, and what Prepare says of it', async () => {
	const page = readFileSync(join(root, 'docs', 'coming-from.md'), 'utf8');
	const [, event] = /<!-- example: segment -->\n\n```json\n([\s\S]*?)```/.exec(page) ?? [];
	const [, warned] = /<!-- warnings: segment -->\n\n([\s\S]*?)\n\n/.exec(page) ?? [];
	const node = await nodeOnSimulator();
	try {
		jest.useFakeTimers({ now: new Date('2026-11-02T09:00:00Z'), doNotFake: ['setTimeout'] });
		const { output } = await node.run({
			typeVersion: 1.1,
			parameters: {
				...{ resource: 'conversion', operation: 'prepare' },
				...{ eventSource: 'json', event: '={{ $json }}' },
			},
			items: [JSON.parse(event)],
		});
		const [{ json }] = output;
		expect(json).toMatchObject({ event_name: 'checkout', event_id: 'ajs-next-1762072200' });
		const sent = JSON.parse(String(json.event));
		expect(Object.keys(sent.user_data).sort()).toEqual(
			['client_ip_address', 'client_user_agent', 'em', 'external_id', 'fn', 'ph'].sort(),
		);
		expect(sent.custom_data).toMatchObject({ value: '49.9', order_id: '1001', num_items: 1 });
		expect(warned).toBe((json.warnings as string[]).map((one) => `- ${one}`).join('\n'));
	} finally {
		jest.useRealTimers();
		await node.close();
	}
});
