import type { INodeProperties } from 'n8n-workflow';
import { PinterestAds } from '../../../../nodes/PinterestAds/PinterestAds.node.ts';
import { descriptionFile, readDescription } from '../../../../simulator/description/files.mts';
import { CUSTOM_DATA } from '../../../../worker/src/conversions/order/customData.ts';
import { EVENT_FIELDS } from '../../../../worker/src/conversions/event/eventFields.ts';
import { IDENTIFIERS } from '../../../../worker/src/conversions/person/identifiers.ts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { NOW, recordIn } from '../sending/eventsEndpoint.mts';

/** Everything that can be said of an event. */
const everything = {
	eventName: 'checkout',
	eventId: 'e1',
	eventTime: NOW / 1000,
	actionSource: 'app_ios',
	eventSourceUrl: 'https://shop.example.com/',
	partnerName: 'ss-example',
	optOut: false,
	language: 'en',
	appId: '429047995',
	appName: 'Shop',
	appVersion: '7.9',
	deviceBrand: 'Apple',
	deviceCarrier: 'T-Mobile',
	deviceModel: 'iPhone X',
	deviceType: 'iPhone',
	osVersion: '12.1.4',
	wifi: true,
	appInfo: {
		app_id: 429047995,
		app_name: 'Shop',
		appPackageName: 'com.example.shop',
		app_store: 'Apple App Store',
		app_version: '7.9',
		install_time: '2026-01-01',
		user_agent: 'Mozilla/5.0',
		window_height: 900,
		window_width: '1678',
	},
	deviceInfo: JSON.stringify({
		battery_level: 78,
		brand: 'Apple',
		carrier: 'T-Mobile',
		cpu_cores: 8,
		external_storage_free_space: 1,
		external_storage_size: 2,
		form_factor: 'Cellphone',
		kernel_version: '6.15',
		languages: ['EN', 'de'],
		locale: 'en-us',
		model: '16 Pro',
		network_type: 'wifi',
		os_family: 'iOS',
		os_name: '18',
		os_release_name: 'Dawn',
		osVersion: '18.3',
		screen_density: 460,
		screen_height: 2868,
		screen_width: 1320,
		storage_free_space: 184,
		storage_size: 256,
		timezone: 'Europe/Vilnius',
		timezone_abbr: 'EET',
		type: 'iPhone',
	}),
	email: 'jane@example.com',
	phone: '+15550109999',
	firstName: 'Jane',
	lastName: 'Doe',
	gender: 'f',
	dateOfBirth: '1996-02-28',
	country: 'US',
	city: 'Oakland',
	state: 'CA',
	zip: '94607',
	externalId: '7',
	maids: 'device-1',
	clientIpAddress: '192.0.2.1',
	clientUserAgent: 'Mozilla/5.0',
	clickId: 'dj0y',
	partnerId: 'partner-1',
	value: 1,
	currency: 'USD',
	orderId: '1001',
	numItems: 1,
	contentIds: ['a'],
	contentName: 'Lamp',
	contentCategory: 'Living',
	contentBrand: 'Lux',
	lineItems: [{ id: 'a', name: 'Lamp', category: 'x', brand: 'Lux', price: 1, quantity: 1 }],
	searchString: 'lamp',
	optOutType: 'LDP',
	predictedLtv: 100,
	externalMeasurementId: 'rbos-1',
	externalMeasurementVendorId: 1,
	np: 'ss-example',
};

type Schema = Record<string, never> & {
	$ref?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	anyOf?: Schema[];
};

it('an event can say all that Pinterest’s API description knows', () => {
	const { components } = readDescription(descriptionFile()) as unknown as {
		components: { schemas: Record<string, Schema> };
	};
	const { event, warnings } = recordIn(readEvent(everything, NOW));
	expect(warnings).toEqual([]);
	const resolve = (schema: Schema): Schema => {
		const plain = schema.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
		return plain.anyOf ? resolve(plain.anyOf[0]) : plain;
	};
	const paths = (schema: Schema, path = ''): string[] => {
		const { properties, items } = resolve(schema);
		if (properties) {
			return Object.entries(properties).flatMap(([key, one]) => paths(one, `${path}.${key}`));
		}
		return items && resolve(items).properties ? paths(items, `${path}.0`) : [path];
	};
	const described = paths(components.schemas.ConversionEvents.properties?.data.items ?? {});
	expect(described.length).toBeGreaterThan(80);
	const sent = (path: string) =>
		path
			.split('.')
			.slice(1)
			.reduce<unknown>(
				(value, key) => (value as Record<string, unknown> | undefined)?.[key],
				event,
			);
	expect(described.filter((path) => sent(path) === undefined)).toEqual([]);
});

it('the form offers all of it', () => {
	const { properties } = new PinterestAds().description;
	const flat = (list: readonly INodeProperties[]): string[] =>
		list.flatMap((one) =>
			one.type === 'collection' ? flat(one.options as INodeProperties[]) : [one.name],
		);
	for (const operation of ['send', 'prepare']) {
		const offered = flat(
			properties.filter(({ displayOptions }) =>
				displayOptions?.show?.operation?.includes(operation),
			),
		);
		const known = [...EVENT_FIELDS, ...[...IDENTIFIERS.map(({ fields }) => fields[0])]].concat(
			CUSTOM_DATA.map(({ names }) => names[0]),
		);
		expect(known.filter((name) => !offered.includes(name))).toEqual([]);
	}
});

describe('app and device', () => {
	const base = { eventName: 'app_open', eventId: 'e1', maids: 'device-1' };

	it('lose a part that Pinterest would refuse the whole request for', () => {
		const { event, warnings } = recordIn(
			readEvent(
				{
					...base,
					appInfo: { app_id: 'x'.repeat(201), window_width: -1, install_time: 'once', rank: 1 },
					deviceInfo: { form_factor: 'watch', battery_level: 101, languages: ['english'] },
				},
				NOW,
			),
		);
		expect(event).not.toHaveProperty('app_info');
		expect(event).not.toHaveProperty('device_info');
		expect(warnings).toEqual([
			'The field “rank” is not known and was left out',
			'App Info App ID: must be text of at most 200 characters; left out',
			'App Info Install Time: must be a Unix timestamp or an ISO date; left out',
			'App Info Window Width: must be a whole number from 0 to 30720; left out',
			'Device Info Battery Level: must be a whole number from 0 to 100; left out',
			expect.stringContaining('Device Info Form Factor: must be one of desktop,'),
			'Device Info Languages: must be codes of two letters (ISO 639-1), at most 100; left out',
		]);
	});

	it.each([
		[{ appInfo: 'shop' }, 'App Info: must be an object'],
		[{ deviceInfo: [1] }, 'Device Info: must be an object'],
		[{ wifi: 'perhaps' }, 'Wi-Fi: must be true or false'],
		[
			{ externalMeasurementVendorId: 'x' },
			'External Measurement Vendor ID: must be a whole number',
		],
	])('are refused as %j', (more, message) => {
		const outcome = readEvent({ ...base, ...more }, NOW);
		expect(outcome).toMatchObject({
			ok: false,
			error: { message: expect.stringContaining(message) },
		});
	});
});
