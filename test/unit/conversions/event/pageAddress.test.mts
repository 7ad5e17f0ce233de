import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { withoutEmails } from '../../../../worker/src/conversions/event/pageAddress.ts';
import { checkout, NOW, recordIn } from '../sending/eventsEndpoint.mts';

describe('an email address in the address of a page', () => {
	it.each([
		[
			'https://shop.example.com/thanks?email=jane@example.com&order=7',
			'https://shop.example.com/thanks?email=&order=7',
		],
		[
			'https://shop.example.com/?e=jane%40example.com#jane@example.com',
			'https://shop.example.com/?e=#',
		],
		[
			'https://shop.example.com/u/jane.doe@example.com/orders',
			'https://shop.example.com/u//orders',
		],
		['/thanks?to=jane%40example.com', '/thanks?to='],
	])('is not sent: %s', (url, sent) => {
		expect(withoutEmails(url)).toBe(sent);
		const { event, warnings } = recordIn(readEvent(checkout(1, { eventSourceUrl: url }), NOW));
		expect(event.event_source_url).toBe(sent);
		expect(warnings).toEqual([expect.stringMatching(/an email address in it was left out$/)]);
	});

	it.each([
		'https://shop.example.com/thanks?order=7',
		'https://user@shop.example.com/thanks',
		'https://blog.example.com/@jane/post.html',
		'https://shop.example.com/?price=5@2',
	])('is not what merely looks a little like one: %s', (url) => {
		expect(withoutEmails(url)).toBe(url);
	});

	it('is looked for at once in what is made to keep a program busy', () => {
		for (const part of ['@', '@.', '/@', 'a%40', '?a=@']) {
			const url = `https://shop.example.com/${part.repeat(200_000)}`;
			expect(withoutEmails(url).length).toBeLessThanOrEqual(url.length);
		}
	});
});
