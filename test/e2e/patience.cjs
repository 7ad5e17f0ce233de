'use strict';
// Hooks that name no time of their own stop servers, which on a busy machine takes longer than jest's 5 seconds.
jest.setTimeout(120_000);
