/**
 * Loaded into n8n before everything else: requests to these hosts go to a server on this machine, as
 * n8n's own nodes name their hosts themselves. TEST_REDIRECTED_HOSTS: { host: port } as JSON.
 */
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

type Heard = (response: IncomingMessage) => void;

const hosts = JSON.parse(process.env.TEST_REDIRECTED_HOSTS ?? '{}') as Record<string, number>;
const { request } = https;

function redirected(...given: unknown[]) {
	const [first] = given;
	const url = first instanceof URL || typeof first === 'string' ? new URL(first) : undefined;
	const options = (given.find(isOptions) ?? {}) as RequestOptions;
	const host = url?.hostname ?? options.hostname ?? options.host ?? '';
	const port = hosts[host];
	if (port === undefined) return Reflect.apply(request, https, given) as unknown;
	const local = {
		...options,
		path: url ? url.pathname + url.search : options.path,
		host: '127.0.0.1',
		hostname: '127.0.0.1',
		port,
		protocol: 'http:',
		// The one for https refuses http.
		agent: undefined,
	};
	return http.request(local, given.find((one) => typeof one === 'function') as Heard | undefined);
}

const isOptions = (one: unknown) =>
	typeof one === 'object' && one !== null && !(one instanceof URL);

https.request = redirected as typeof request;
syncBuiltinESMExports();
