/**
 * The address of a module beside the caller, for a worker or a child process. From source Node strips the types of
 * `.ts` files; a build holds `.js`: the caller's own extension says which one we are in.
 */
export function siblingModule(callerUrl: string, name: string): URL {
  return new URL(`./${name}${callerUrl.endsWith('.ts') ? '.ts' : '.js'}`, callerUrl)
}
