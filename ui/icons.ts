/** The pictograms of the screens (lucide, ISC), inlined: only those that some screen shows, for every page carries all of them. */
import angry from 'lucide-static/icons/angry.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import bellRing from 'lucide-static/icons/bell-ring.svg?raw';
import chartColumn from 'lucide-static/icons/chart-column.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import doorClosed from 'lucide-static/icons/door-closed.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import frown from 'lucide-static/icons/frown.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import laugh from 'lucide-static/icons/laugh.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import loaderCircle from 'lucide-static/icons/loader-circle.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import meh from 'lucide-static/icons/meh.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import ticket from 'lucide-static/icons/ticket.svg?raw';
import timer from 'lucide-static/icons/timer.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import userCheck from 'lucide-static/icons/user-check.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import volume2 from 'lucide-static/icons/volume-2.svg?raw';
import volumeX from 'lucide-static/icons/volume-x.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const drawings = {
  angry,
  'arrow-left': arrowLeft,
  'bell-ring': bellRing,
  'chart-column': chartColumn,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevron-up': chevronUp,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-x': circleX,
  clock,
  contrast,
  'door-closed': doorClosed,
  download,
  ellipsis,
  frown,
  history,
  hourglass,
  house,
  info,
  laugh,
  list,
  'loader-circle': loaderCircle,
  megaphone,
  meh,
  monitor,
  pause,
  pencil,
  plus,
  printer,
  'refresh-cw': refreshCw,
  save,
  settings,
  smile,
  star,
  ticket,
  timer,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  user,
  'user-check': userCheck,
  'user-plus': userPlus,
  users,
  'volume-2': volume2,
  'volume-x': volumeX,
  'wifi-off': wifiOff,
  x,
};

export type IconName = keyof typeof drawings;

export const iconNames = Object.keys(drawings) as IconName[];

/** The lines of a pictogram on a field of 24 × 24: what stands between <svg …> and </svg>. */
export function iconLines(name: IconName): string {
  const drawing = drawings[name];
  return drawing.slice(drawing.indexOf('>', drawing.indexOf('<svg')) + 1, drawing.lastIndexOf('</svg>'));
}
