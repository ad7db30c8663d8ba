// What every page carries. Each island looks for its own data attributes and leaves the rest of the page alone;
// without this script every link and form still works.
import './swaps';
import './keyboard';
import './dialogs';
import './forms';
import './outcome-queue';
import './open-beside';
import './call-timer';
import './chart-loader';
import './photo';
import './ticks';
import './passkey';
