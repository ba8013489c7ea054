/** Registers every component: for pages that use most of them. */
import './badge.ts';
import './banner.ts';
import './button.ts';
import './card.ts';
import './dialog.ts';
import './empty.ts';
import './field.ts';
import './icon.ts';
import './language.ts';
import './pager.ts';
import './pairing.ts';
import './select.ts';
import './status.ts';
import './switch.ts';
import './toast.ts';
