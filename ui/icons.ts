/** The pictograms of the screens (lucide, ISC), inlined: only those that are used. */
import accessibility from 'lucide-static/icons/accessibility.svg?raw';
import angry from 'lucide-static/icons/angry.svg?raw';
import annoyed from 'lucide-static/icons/annoyed.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowRightLeft from 'lucide-static/icons/arrow-right-left.svg?raw';
import award from 'lucide-static/icons/award.svg?raw';
import baby from 'lucide-static/icons/baby.svg?raw';
import badgeCheck from 'lucide-static/icons/badge-check.svg?raw';
import ban from 'lucide-static/icons/ban.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import bellRing from 'lucide-static/icons/bell-ring.svg?raw';
import building2 from 'lucide-static/icons/building-2.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import chartColumn from 'lucide-static/icons/chart-column.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circlePause from 'lucide-static/icons/circle-pause.svg?raw';
import circlePlay from 'lucide-static/icons/circle-play.svg?raw';
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import doorClosed from 'lucide-static/icons/door-closed.svg?raw';
import doorOpen from 'lucide-static/icons/door-open.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import frown from 'lucide-static/icons/frown.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import laugh from 'lucide-static/icons/laugh.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import loaderCircle from 'lucide-static/icons/loader-circle.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import logIn from 'lucide-static/icons/log-in.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import medal from 'lucide-static/icons/medal.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import meh from 'lucide-static/icons/meh.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import personStanding from 'lucide-static/icons/person-standing.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import power from 'lucide-static/icons/power.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import qrCode from 'lucide-static/icons/qr-code.svg?raw';
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw';
import repeat from 'lucide-static/icons/repeat.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import skipForward from 'lucide-static/icons/skip-forward.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import tablet from 'lucide-static/icons/tablet.svg?raw';
import ticket from 'lucide-static/icons/ticket.svg?raw';
import timer from 'lucide-static/icons/timer.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import userCheck from 'lucide-static/icons/user-check.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import userX from 'lucide-static/icons/user-x.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import volume2 from 'lucide-static/icons/volume-2.svg?raw';
import volumeX from 'lucide-static/icons/volume-x.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const drawings = {
  accessibility: accessibility,
  angry: angry,
  annoyed: annoyed,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-right-left': arrowRightLeft,
  award: award,
  baby: baby,
  'badge-check': badgeCheck,
  ban: ban,
  bell: bell,
  'bell-ring': bellRing,
  'building-2': building2,
  calendar: calendar,
  'chart-column': chartColumn,
  check: check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevron-up': chevronUp,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-pause': circlePause,
  'circle-play': circlePlay,
  'circle-question-mark': circleQuestionMark,
  'circle-x': circleX,
  clock: clock,
  contrast: contrast,
  'door-closed': doorClosed,
  'door-open': doorOpen,
  download: download,
  eye: eye,
  'file-text': fileText,
  frown: frown,
  hand: hand,
  heart: heart,
  history: history,
  hourglass: hourglass,
  house: house,
  info: info,
  'key-round': keyRound,
  keyboard: keyboard,
  languages: languages,
  laugh: laugh,
  'layout-dashboard': layoutDashboard,
  list: list,
  'loader-circle': loaderCircle,
  lock: lock,
  'log-in': logIn,
  'log-out': logOut,
  'map-pin': mapPin,
  medal: medal,
  megaphone: megaphone,
  meh: meh,
  minus: minus,
  monitor: monitor,
  pause: pause,
  pencil: pencil,
  'person-standing': personStanding,
  play: play,
  plus: plus,
  power: power,
  printer: printer,
  'qr-code': qrCode,
  'refresh-cw': refreshCw,
  repeat: repeat,
  'rotate-ccw': rotateCcw,
  save: save,
  search: search,
  settings: settings,
  shield: shield,
  'skip-forward': skipForward,
  smartphone: smartphone,
  smile: smile,
  square: square,
  star: star,
  tablet: tablet,
  ticket: ticket,
  timer: timer,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  user: user,
  'user-check': userCheck,
  'user-plus': userPlus,
  'user-x': userX,
  users: users,
  'volume-2': volume2,
  'volume-x': volumeX,
  'wifi-off': wifiOff,
  x: x,
};

export type IconName = keyof typeof drawings;

export const iconNames = Object.keys(drawings) as IconName[];

/** The lines of a pictogram on a field of 24 × 24: what stands between <svg …> and </svg>. */
export function iconLines(name: IconName): string {
  const drawing = drawings[name];
  return drawing.slice(drawing.indexOf('>', drawing.indexOf('<svg')) + 1, drawing.lastIndexOf('</svg>'));
}
