export { afterCheck, afterConnect, type Checked } from './afterCheck';
export { afterDisconnect, type Cleared } from './afterDisconnect';
export { afterRefusal } from './afterRefusal';
export { MAIN_KEY, type ConnectionColumns, type KnownRow } from './row';
export { whatToTell, whatToTellWhoConnects, type Told, type Written } from './whatToTell';
