'use strict';
// Loaded into an n8n process with NODE_OPTIONS=--require: its clock is ahead of, or behind, this machine's by
// TEST_CLOCK_OFFSET_MS. Timers run as ever; what they are set to wait for is told by the moved clock.
const offset = Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0);

if (offset !== 0) {
	const Real = Date;
	const realNow = Real.now.bind(Real);
	Real.now = () => realNow() + offset;
	// Not a subclass: a date that native code makes is an instance of this one as well.
	const Moved = new Proxy(Real, {
		construct: (target, values, made) =>
			Reflect.construct(
				target,
				values.length === 0 ? [target.now()] : values,
				made === Moved ? target : made,
			),
		apply: () => new Moved().toString(),
	});
	Real.prototype.constructor = Moved;
	globalThis.Date = Moved;
}
