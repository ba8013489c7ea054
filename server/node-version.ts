/** The server is built and tested on this line of Node; npm scripts run the one that is pinned in package.json. */
const wanted = 24;

/** A sentence when this Node is the wrong one, or null. `version` such as `v24.21.0`. */
export function nodeProblem(version: string): string | null {
  const major = Number(/^v(\d+)\./.exec(version)?.[1]);
  return major === wanted
    ? null
    : `Mời Số needs Node ${wanted}, this is ${version}. Start it with "npm start", which runs the right one.`;
}
