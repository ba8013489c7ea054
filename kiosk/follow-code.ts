import { type SVGTemplateResult, svg } from 'lit';
import { encode } from 'uqr';

/** A QR code as a picture: always black on white, whatever the contrast of the page, for phones read nothing else as surely. */
export function followCode(address: string, label: string): SVGTemplateResult {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return svg`<svg role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#ffffff"></rect>
    <path d=${dark.join('')} fill="#000000"></path>
  </svg>`;
}
