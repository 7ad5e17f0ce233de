import { redact } from '../../../worker/src/client/redact.ts';

describe('what Pinterest quotes of a person', () => {
	it.each([
		['192.0.2.1', '[IP address]'],
		['2001:db8::1', '[IP address]'],
		['2001:DB8:0:0:8:800:200C:417A', '[IP address]'],
		['::ffff:192.0.2.1', '[IP address]'],
		['2001:db8::', '[IP address]'],
		['+15550100123', '[phone number]'],
		['+1 (555) 010-0123', '[phone number]'],
	])('%s is taken out of a message', (value, name) => {
		expect(redact(`The value ${value} is wrong.`)).toBe(`The value ${name} is wrong.`);
		expect(redact(`ip:"${value}",x`)).toBe(`ip:"${name}",x`);
		expect(redact(`ip:${value}: bad`)).toBe(`ip:${name}: bad`);
	});

	it.each([
		'campaign 549755885175 of 626736533506',
		'at 10:30:00 on 2026-03-01T10:30:00+02:00',
		'error 4196: use v5.23.0',
		'Foo::Bar, x::=y and x :: y',
		'1+1 and +5',
		'data.0.user_data',
	])('%s stays', (text) => {
		expect(redact(text)).toBe(text);
	});
});
