import { PinterestAdsError } from '../../../worker/src';

/**
 * n8n's own address, without a slash at its end, out of what is in the field: an address as a person copies
 * it from the browser, or the one at which n8n would go on with this execution.
 */
export function addressIn(text: string, executionId: string): string {
	if (!URL.canParse(text.trim())) {
		throw new PinterestAdsError('invalid', `“${text}” is not the address of an n8n.`, {
			hint: 'Enter it as “Base URL”, such as https://n8n.example.com.',
		});
	}
	const url = new URL(text.trim());
	const path = url.pathname.endsWith(`/${executionId}`)
		? url.pathname.split('/').slice(0, -2).join('/')
		: url.pathname.replace(/\/(api\/v1|home\/.*|workflow\/.*)$/, '');
	return `${url.origin}${path}`.replace(/(?<!\/)\/+$/, '');
}
