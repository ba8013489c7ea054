import { type SVGTemplateResult, svg } from 'lit';

/** How a mark looks: −1 sad, 0 neither, 1 happy. By the number of levels, from the worst mark to the best. */
const moods = { 3: [-1, 0, 1], 4: [-1, 0, 0.5, 1], 5: [-1, -0.5, 0, 0.5, 1] } as const;

/** The mood of a mark, −1 … 1. */
export const moodOf = (score: number, levels: 3 | 4 | 5): number => moods[levels][score - 1] ?? 0;

/** A face for a mood, from a frown (−1) to a laugh (1). Its lines take the colour of the text around it. */
export function face(mood: number): SVGTemplateResult {
  const corner = 65 - mood * 7;
  const middle = 65 + mood * 15;
  const mouth =
    mood > 0.9 ? 'M27 57 H73 C73 75 62 82 50 82 C38 82 27 75 27 57 Z' : `M29 ${corner} Q50 ${middle} 71 ${corner}`;
  return svg`<svg viewBox="0 0 100 100" fill="none" stroke="currentColor" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <circle cx="50" cy="50" r="44" fill="var(--face, none)"></circle>
    <circle cx="35" cy="38" r="3.6" fill="currentColor"></circle>
    <circle cx="65" cy="38" r="3.6" fill="currentColor"></circle>
    <path d=${mouth} fill=${mood > 0.9 ? 'currentColor' : 'none'}></path>
  </svg>`;
}

const points = Array.from({ length: 10 }, (_, index) => {
  const angle = (Math.PI / 5) * index - Math.PI / 2;
  const radius = index % 2 === 0 ? 11 : 4.6;
  return `${(12 + radius * Math.cos(angle)).toFixed(2)},${(12.6 + radius * Math.sin(angle)).toFixed(2)}`;
}).join(' ');

/** So many stars of `levels`, the rest as outlines. */
export function stars(score: number, levels: number): SVGTemplateResult {
  return svg`<svg viewBox="0 0 ${levels * 24} 24" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" aria-hidden="true">
    ${Array.from(
      { length: levels },
      (_, index) =>
        svg`<polygon transform="translate(${index * 24} 0)" points=${points} fill=${index < score ? 'currentColor' : 'none'}></polygon>`,
    )}
  </svg>`;
}
